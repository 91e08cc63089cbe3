package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.activation.Activation.ConsentRule;
import io.rollcall.report.CallKind;
import io.rollcall.wish.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** PROTOCOL, "State formats": a row's bytes outlive the version that wrote them. */
class RowCodecTest {

    /** Written by version 1 of the format; never written over once a release has used it. */
    private static final Path KEPT =
            Path.of("src", "test", "resources", "kept", "row-version-1.hex");

    @Property
    void readsWhatItWrote(@ForAll long seed) {
        Row row = AnyRow.of(seed);

        Row read = RowCodec.decode(RowCodec.encode(row));

        assertThat(read).usingRecursiveComparison().isEqualTo(row);
        assertThat(RowCodec.encode(read)).isEqualTo(RowCodec.encode(row));
    }

    @Test
    void carriesAlongWhatALaterVersionAppended() {
        Row row = Row.of(ADA);
        InstanceRow instance = row.instanceOrNew(Setup.INSTANCE);
        ListRow list = instance.listOrNew(Setup.GOLD);
        row.trailing = new byte[] {1, 2};
        instance.trailing = new byte[] {3};
        list.trailing = new byte[] {4, 5, 6};
        Bench bench = Bench.with(Setup.gold());
        bench.rows.put(ADA, RowCodec.encode(row));

        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW)).removed(Setup.GOLD, 7);

        assertThat(bench.row().trailing).containsExactly(1, 2);
        assertThat(bench.lead().trailing).containsExactly(3);
        assertThat(bench.list(Setup.GOLD).trailing).containsExactly(4, 5, 6);
    }

    @Test
    void refusesAVersionItDoesNotKnow() {
        byte[] bytes = RowCodec.encode(Row.of(ADA));
        bytes[0] = RowCodec.VERSION + 1;

        assertThatThrownBy(() -> RowCodec.decode(bytes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("row version 2 is newer than this job knows; use the newer job");
    }

    @Test
    void readsWhatVersionOneWrote() throws IOException {
        if (Boolean.getBoolean("rollcall.keep")) {
            Files.writeString(KEPT, HexFormat.of().formatHex(kept().rows.rows.get(ADA)) + "\n");
        }
        byte[] bytes = HexFormat.of().parseHex(Files.readString(KEPT).trim());
        Bench bench = Bench.with(Setup.asking(ConsentRule.OPT_OUT), Setup.silver());
        bench.rows.put(ADA, bytes);

        assertThat(bench.row().identities).hasSize(2);
        assertThat(bench.row().valueAt("firstName")).isEqualTo("Ada");
        assertThat(bench.lead().lead).isEqualTo(7);
        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.IN);
        assertThat(bench.list(Setup.GOLD).others).extracting(OtherLead::lead).containsExactly(8L);
        assertThat(bench.list(Setup.SILVER).reported).isEqualTo(Reported.UNKNOWN);
        assertThat(bench.list(Setup.SILVER).wish).isEqualTo(Wish.Kind.REMOVE);
        assertThat(Arrays.equals(RowCodec.encode(bench.row()), bytes)).isTrue();
        assertThat(bench.sweep().heard.wishes).isEmpty();
    }

    private static Bench kept() {
        Bench bench = Bench.with(Setup.asking(ConsentRule.OPT_OUT), Setup.silver());
        bench.hear(
                        Told.of(ADA)
                                .also("ecid", "3814")
                                .in("gold", NOW)
                                .said("aam", "silver", true, NOW, NOW + 60_000)
                                .attribute("firstName", "Ada", NOW)
                                .attribute(Setup.EMAIL_CONSENT, "y", NOW))
                .found(7, 8L)
                .added(Setup.GOLD, 7)
                .page(Setup.GOLD, bench.announced(), 8)
                .refused(CallKind.ADD, Setup.SILVER, 7, "1037")
                .hear(Told.of(ADA).said("aam", "silver", false, NOW + 1, 0));
        return bench.perhaps(CallKind.REMOVE, Setup.SILVER, 7);
    }
}
