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
        String known = "{\"gold\":{},\"silver\":{}}";
        read(List.of("gold", "silver"));
        try (SteppingParser parser = inFirst(known)) {
            assertThat(names.step(parser)).isEqualTo("silver");
        }

        read(IntStream.range(0, 5_000).mapToObj(i -> "of-" + i).toList());

        try (SteppingParser parser = inFirst(known)) {
            assertThat(names.step(parser)).isNull();
        }
    }

    @Test
    void stepsIntoTheNextObjectOnlyIfItHasTheExpectedName() throws IOException {
        read(List.of("gold", "\"", "iron"));

        try (SteppingParser parser = inFirst("{\"gold\":{},\"\\\"\":{},\"silver\":{}}")) {
            assertThat(names.step(parser)).isEqualTo("\"");
            int before = parser.at();
            assertThat(names.step(parser)).isNull();
            assertThat(parser.at()).isEqualTo(before);
        }
        try (SteppingParser parser = inFirst("{\"gold\":{},\"\\u0022\":{}}")) {
            assertThat(names.step(parser)).isNull();
        }
        try (SteppingParser parser = inFirst("{\"gold\":{}, \"\\\"\":{}}")) {
            assertThat(names.step(parser)).isNull();
        }
    }

    @Test
    void stepsFromOneObjectIntoAnother() throws IOException {
        read(List.of("gold", "silver", "iron"));

        try (SteppingParser parser = inFirst("{\"gold\":{},\"silver\":{},\"iron\":{}}")) {
            assertThat(names.step(parser)).isEqualTo("silver");
            assertThat(names.step(parser)).isEqualTo("iron");
            assertThat(names.step(parser)).isNull();
        }
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
