package io.rollcall.event.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SuccessionTest {

    /** Among them such as begin alike, have to be escaped, are nothing, or not of ASCII. */
    private static final List<String> NAMES =
            List.of("", "a", "ab", "abc", "\"", "\\", "a\n", "ü", "\ud83d\ude00", "7841ba61-23c1");

    private final Succession names = new Succession();

    @Property(tries = 300)
    void readsTheNamesThatStandThereInWhateverOrder(@ForAll Random random) throws IOException {
        List<String> usual = new ArrayList<>(NAMES);
        for (int round = 0; round < 20; round++) {
            if (random.nextInt(3) == 0) {
                Collections.shuffle(usual, random);
            }
            List<String> said = new ArrayList<>(usual);
            said.removeIf(name -> random.nextInt(5) == 0);

            assertThat(read(said)).isEqualTo(said);
        }
    }

    @Test
    void readsMoreNamesThanItRemembers() throws IOException {
        List<String> many = IntStream.range(0, 10_000).mapToObj(i -> "of-" + i).toList();

        assertThat(read(many)).isEqualTo(many);
        assertThat(read(many)).isEqualTo(many);
    }

    /** Hostile messages have any number of names. */
    @Test
    void forgetsNamesWhenThereAreTooMany() throws IOException {
        read(List.of("gold", "silver"));
        assertThat(steps("{\"gold\":{},\"silver\":{}}")).containsExactly("silver");

        read(IntStream.range(0, 5_000).mapToObj(i -> "of-" + i).toList());

        assertThat(steps("{\"gold\":{},\"silver\":{}}")).isEmpty();
    }

    @Test
    void stepsIntoTheNextObjectOnlyIfItHasTheExpectedName() throws IOException {
        read(List.of("gold", "\"", "iron"));

        assertThat(steps("{\"gold\":{},\"\\\"\":{},\"silver\":{}}")).containsExactly("\"");
        assertThat(steps("{\"gold\":{},\"\\u0022\":{}}")).isEmpty();
        assertThat(steps("{\"gold\":{}, \"\\\"\":{}}")).isEmpty();
    }

    @Test
    void stepsFromOneObjectIntoAnother() throws IOException {
        read(List.of("gold", "silver", "iron"));

        assertThat(steps("{\"gold\":{},\"silver\":{},\"iron\":{}}"))
                .containsExactly("silver", "iron");
    }

    @Test
    void readsOnBehindAStep() throws IOException {
        read(List.of("gold", "silver", "iron"));

        try (SteppingParser parser = inFirst("{\"gold\":{},\"silver\":{\"a\":1},\"iron\":{}}")) {
            assertThat(names.step(parser)).isEqualTo("silver");
            assertThat(parser.nextFieldName()).isEqualTo("a");
            parser.nextToken();
            assertThat(parser.nextFieldName()).isNull();
            assertThat(names.next(parser)).isEqualTo("iron");
        }
    }

    /** The names that are stepped to behind the first; where none is, the parser stays. */
    private List<String> steps(String json) throws IOException {
        List<String> found = new ArrayList<>();
        try (SteppingParser parser = inFirst(json)) {
            int at = parser.at();
            for (String name = names.step(parser); name != null; name = names.step(parser)) {
                found.add(name);
                at = parser.at();
            }
            assertThat(parser.at()).isEqualTo(at);
        }
        return found;
    }

    private SteppingParser inFirst(String json) throws IOException {
        SteppingParser parser = JsonInput.open(json.getBytes(StandardCharsets.UTF_8));
        parser.nextToken();
        names.begin();
        names.next(parser);
        parser.nextToken();
        return parser;
    }

    private List<String> read(List<String> said) throws IOException {
        List<String> found = new ArrayList<>();
        try (JsonParser parser = JsonInput.open(object(said))) {
            parser.nextToken();
            names.begin();
            for (String name = names.next(parser); name != null; name = names.next(parser)) {
                found.add(name);
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return found;
    }

    private static byte[] object(List<String> names) throws IOException {
        ObjectMapper json = new ObjectMapper();
        StringBuilder object = new StringBuilder("{");
        for (String name : names) {
            object.append(object.length() > 1 ? " , " : "")
                    .append(json.writeValueAsString(name))
                    .append(": {\"status\": [1]}");
        }
        return object.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }
}
