package io.rollcall.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing\n", "---\n", "~"})
    void anEmptyFileIsOneFault(String yaml) {
        assertThat(Given.faults(yaml)).containsExactly("rollcall.yaml: the file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "- a\n- b", "42"})
    void somethingElseIsOneFault(String yaml) {
        assertThat(Given.faults(yaml))
                .containsExactly(
                        "rollcall.yaml: this is not YAML with keys such as sources: and instances:");
    }

    @Test
    void aKeyTwiceIsOneFaultWithItsLine() {
        assertThat(Given.faults(Given.YAML + "identities: [email]\n"))
                .containsExactly(
                        "rollcall.yaml: line 15: no valid YAML: found duplicate key identities");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [1, 2",
                "a: b: c",
                "\tsources: 1",
                "a: *nowhere",
                "a: !!java.net.URL [hunter2]",
                "a: 1\n---\nb: 2",
                "client-secret: \"hunter2",
                "a: \u0007",
                "key: @hunter2"
            })
    void brokenYamlIsOneFaultWithoutItsContent(String yaml) {
        assertThat(Given.faults(yaml))
                .singleElement()
                .asString()
                .startsWith("rollcall.yaml: ")
                .contains("no valid YAML: ")
                .doesNotContain("hunter2");
    }

    @Test
    void whatIsTooDeepIsOneFault() {
        assertThat(Given.faults("a: " + "[".repeat(100_000))).hasSize(1);
    }

    @Test
    void whatIsTooLongIsOneFault() {
        assertThat(Given.faults("# " + "x".repeat(5_000_000)))
                .containsExactly(
                        "rollcall.yaml: the file is longer than 3 MB; is it the right one?");
    }

    @Test
    void aFileOfAliasesIsNeverUnfolded() {
        String laughs =
                IntStream.range(1, 40)
                        .mapToObj(i -> "a%d: &a%d [*a%d, *a%d]".formatted(i, i, i - 1, i - 1))
                        .collect(Collectors.joining("\n", "a0: &a0 [lol]\n", "\n"));
        assertThat(Given.faults(laughs + Given.YAML))
                .hasSize(40)
                .allMatch(f -> f.contains("no such key"));
    }

    @Test
    void tooManyAliasesAreOneFault() {
        String many =
                IntStream.range(0, 10_001).mapToObj(i -> "*a").collect(Collectors.joining(","));
        assertThat(Given.faults("a: &a [1]\nb: [" + many + "]")).hasSize(1);
    }

    @Test
    void anAliasOfItselfEnds() {
        assertThat(Given.faults(Given.yaml("{id: 1001}", "&l {id: *l}")))
                .containsExactly(
                        "activations[0].list.id: this is not a single value; write a list id; use"
                                + " the number at the end of the list's URL (…#ST1001A1 → 1001)");
    }

    @Test
    void scalarsStayAsTheyAreWritten() {
        List<String> written = List.of("0123", "1e3", "no", "2026-12-01", "1_000", "0x1F", "12:30");
        for (String scalar : written) {
            SyncConfig sync = Given.read(Given.yaml("audience: gold", "audience: " + scalar));
            assertThat(sync.activations().get(0).audience()).isEqualTo(scalar);
        }
    }

    @Test
    void aByteOrderMarkAndOtherAlphabetsAreRead() {
        SyncConfig sync = Given.read("\uFEFF" + Given.yaml("audience: gold", "audience: золото"));
        assertThat(sync.activations().get(0).audience()).isEqualTo("золото");
        assertThat("золото".getBytes(StandardCharsets.UTF_8)).hasSize(12);
    }
}
