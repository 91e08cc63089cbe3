package io.rollcall.job.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.job.dataverse.TableSplit.Stage;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableSplitSerializerTest {

    private static final TableSplitSerializer SERIALIZER = new TableSplitSerializer();

    /** Pinned: a checkpoint of a job holds it. */
    private static final String KEPT =
            "08636f6e74616374"
                    + "037631"
                    + "02"
                    + "0c68747470733a2f2f782f79"
                    + "e807"
                    + "05"
                    + "1000000000000000000100000000000000"
                    + "00";

    @Test
    void whatAnEarlierVersionWroteMeansTheSame() throws IOException {
        TableSplit split = SERIALIZER.deserialize(1, HexFormat.of().parseHex(KEPT));
        assertThat(split.table()).isEqualTo("contact");
        assertThat(split.version()).isEqualTo("v1");
        assertThat(split.stage()).isEqualTo(Stage.CHANGES);
        assertThat(split.link()).isEqualTo("https://x/y");
        assertThat(split.rows()).isEqualTo(1_000);
        assertThat(split.startedAt()).isEqualTo(5);
        assertThat(RowIds.decode(split.known()).size()).isEqualTo(1);
        assertThat(RowIds.decode(split.seen()).size()).isZero();
        assertThat(SERIALIZER.serialize(split)).isEqualTo(HexFormat.of().parseHex(KEPT));
    }

    @Test
    void whatALaterVersionAppendedIsKept() throws IOException {
        byte[] kept = HexFormat.of().parseHex(KEPT);
        byte[] later = Arrays.copyOf(kept, kept.length + 3);
        later[kept.length] = 7;
        assertThat(SERIALIZER.serialize(SERIALIZER.deserialize(1, later))).isEqualTo(later);
    }

    @Test
    void anUnknownVersionIsRefused() {
        assertThatThrownBy(() -> SERIALIZER.deserialize(2, new byte[0]))
                .isInstanceOf(IOException.class);
    }

    /** Pinned too: one table that a reader has, and one that waits. */
    @Test
    void anAssignmentOfAnEarlierVersionMeansTheSame() throws IOException {
        TableAssignment.Serializer serializer = new TableAssignment.Serializer();
        byte[] split = HexFormat.of().parseHex(KEPT);
        byte[] kept =
                HexFormat.of()
                        .parseHex(
                                "01" + "056c656164" + "01" + "%02x".formatted(split.length) + KEPT);
        TableAssignment read = serializer.deserialize(1, kept);
        assertThat(read.assigned()).containsExactly("lead");
        assertThat(read.waiting()).extracting(TableSplit::table).containsExactly("contact");
        assertThat(serializer.serialize(read)).isEqualTo(kept);
        byte[] later = Arrays.copyOf(kept, kept.length + 3);
        assertThat(serializer.deserialize(1, later)).usingRecursiveComparison().isEqualTo(read);
    }

    @Test
    void anAssignmentComesBack() throws IOException {
        TableAssignment.Serializer serializer = new TableAssignment.Serializer();
        TableAssignment kept =
                new TableAssignment(List.of("lead"), List.of(TableSplit.first("contact")));
        assertThat(serializer.deserialize(1, serializer.serialize(kept)))
                .usingRecursiveComparison()
                .isEqualTo(kept);
    }

    static TableSplit copy(TableSplit split) {
        try {
            return SERIALIZER.deserialize(1, SERIALIZER.serialize(split));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
