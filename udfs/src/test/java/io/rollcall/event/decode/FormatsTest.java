package io.rollcall.event.decode;

import static io.rollcall.event.decode.Messages.decodeNative;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollcall.outcome.MembershipFact;
import io.rollcall.outcome.Outcome;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of docs/formats.md are what the code reads and writes. */
class FormatsTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\n(.*?)```");

    private static List<String> examples(String heading) throws IOException {
        String page = Files.readString(Path.of("../docs/formats.md"));
        String section = page.substring(page.indexOf("## " + heading)).substring(3);
        int end = section.indexOf("\n## ");
        return EXAMPLE.matcher(end < 0 ? section : section.substring(0, end))
                .results()
                .map(example -> example.group(1))
                .toList();
    }

    @Test
    void eventsAreRead() throws IOException {
        List<String> examples = examples("Events that Rollcall reads");
        assertThat(examples).hasSize(2);
        for (String example : examples) {
            Decoded decoded = decodeNative(example);
            assertThat(decoded.reason()).isNull();
            assertThat(decoded.events()).hasSize((int) example.lines().count() == 2 ? 2 : 1);
        }
        assertThat(decodeNative(examples.get(0)).events().get(0).assertions().get(0).audience())
                .isEqualTo("gold");
    }

    @Test
    void outcomesHaveTheseFields() throws IOException {
        holdsAll(examples("`rollcall.outcomes`").get(0), Outcome.class);
    }

    @Test
    void membershipsHaveTheseFields() throws IOException {
        holdsAll(examples("`rollcall.memberships`").get(0), MembershipFact.class);
    }

    private static void holdsAll(String example, Class<? extends Record> type) throws IOException {
        JsonNode json = new ObjectMapper().readTree(example);
        List<String> fields =
                Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
        assertThat(json.fieldNames()).toIterable().containsExactlyElementsOf(fields);
    }
}
