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
        List<String> many = IntStream.range(0, 5_000).mapToObj(i -> "of-" + i).toList();

        assertThat(read(many).get(0)).isEqualTo("of-0").isNotSameAs(read(many).get(0));
    }

    @Test
    void answersTheSameObjectForANameThatComesAgain() throws IOException {
        List<String> said = List.of("gold", "silver");

        assertThat(read(said).get(1)).isSameAs(read(said).get(1));
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
