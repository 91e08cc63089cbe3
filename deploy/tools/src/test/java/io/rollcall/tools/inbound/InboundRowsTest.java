package io.rollcall.tools.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.tools.topic.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboundRowsTest {

    private static final Map<String, String> TRAITS = Map.of("gold", "24", "silver", "25");

    @TempDir Path folder;

    /** Each person has a lead of their own. */
    private static Fact fact(String person, String audience, String desired, String reported) {
        return fact(
                person,
                1 + Math.floorMod(person.hashCode(), 1_000_000),
                audience,
                desired,
                reported);
    }

    private static Fact fact(
            String person, long lead, String audience, String desired, String reported) {
        long list = TRAITS.keySet().stream().toList().indexOf(audience);
        return new Fact(
                person, "i", list, audience, null, desired, reported, lead, null, null, null, null);
    }

    private String written(InboundRows rows) throws IOException {
        rows.write(folder.resolve("file"), false);
        return Files.readString(folder.resolve("file"));
    }

    @Test
    void aRowSaysOnWhichListsAPersonIsAndWhichTheyHaveLeft() throws Exception {
        InboundRows rows = new InboundRows("crm_id", TRAITS, false);
        rows.take(fact("crm_id:1", "gold", "in", "in"));
        rows.take(fact("crm_id:1", "silver", "out", "out"));
        rows.take(fact("crm_id:2", "gold", "in", "in"));
        rows.take(fact("crm_id:2", "gold", "out", "out"));
        rows.take(fact("crm_id:3", "gold", "in", "unknown"));
        rows.take(fact("crm_id:5", "gold", "in", "out"));
        rows.take(fact("crm_id:4", "bronze", "in", "in"));
        assertThat(written(rows)).isEqualTo("1\td_sid=24,d_unsid=25\n2\td_unsid=24\n");
        assertThat(rows.count()).isEqualTo(2);
    }

    @Test
    void whoGoesByAnotherNameInTheTopicIsFoundByTheLead() throws Exception {
        InboundRows rows = new InboundRows("crm_id", TRAITS, false);
        rows.take(fact("email:bob@example.com", 7, "gold", "in", "in"));
        rows.take(fact("crm_id:2", 7, "gold", "in", "unknown"));
        assertThat(written(rows)).isEqualTo("2\td_sid=24\n");
        assertThat(rows.others()).isZero();
    }

    @Test
    void ofWhoWasNeverOnAListNothingIsTold() {
        InboundRows rows = new InboundRows("crm_id", TRAITS, false);
        rows.take(fact("crm_id:9", 0, "gold", "in", "out"));
        rows.take(fact("crm_id:9", 0, "gold", "out", "out"));
        assertThat(rows.count()).isZero();
    }

    @Test
    void whoIsToLeaveIsToldAsGoneBeforeMarketoHasDoneIt() throws Exception {
        InboundRows rows = new InboundRows("crm_id", TRAITS, false);
        rows.take(fact("crm_id:1", "gold", "in", "in"));
        rows.take(fact("crm_id:1", "gold", "out", "in"));
        assertThat(written(rows)).isEqualTo("1\td_unsid=24\n");
    }

    @Test
    void anOverwriteNamesOnlyWhatIsTrue() throws Exception {
        InboundRows rows = new InboundRows("crm_id", TRAITS, true);
        rows.take(fact("crm_id:1", "gold", "in", "in"));
        rows.take(fact("crm_id:1", "silver", "out", "out"));
        rows.take(fact("crm_id:2", "gold", "out", "out"));
        assertThat(written(rows)).isEqualTo("1\td_sid=24\n");
    }

    @Test
    void addressesAreHashed() throws Exception {
        InboundRows rows = new InboundRows("Email", TRAITS, false);
        rows.take(fact("email:johndoe@example.com", "gold", "in", "in"));
        assertThat(written(rows))
                .isEqualTo(
                        "55e79200c1635b37ad31a378c39feb12f120f116625093a19bc32fff15041149"
                                + "\td_sid=24\n");
    }

    @Test
    void whoHasAnotherNameIsCountedAndLeftOut() {
        InboundRows rows = new InboundRows("crm_id", TRAITS, false);
        rows.take(fact("email:a@b.c", "gold", "in", "in"));
        rows.take(fact("email:a@b.c", "silver", "in", "in"));
        assertThat(rows.count()).isZero();
        assertThat(rows.others()).isEqualTo(1);
    }

    @Test
    void aPackedFileIsWholeAndNothingElseIsLeft() throws Exception {
        InboundRows rows = new InboundRows("crm_id", TRAITS, false);
        rows.take(fact("crm_id:1", "gold", "in", "in"));
        Path file = folder.resolve("file.gz");
        rows.write(file, true);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("1\td_sid=24\n");
        }
        assertThat(folder.toFile().list()).containsExactly("file.gz");
    }
}
