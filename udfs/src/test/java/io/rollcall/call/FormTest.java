package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FormTest {

    private static final String[] PIECES = {
        "&",
        "=",
        "?",
        "#",
        "%",
        "%26",
        "+",
        " ",
        "\r\n",
        "\u0000",
        "/",
        "..",
        ";",
        "\"",
        "<",
        "ä",
        "😀",
        "a",
        "_method=DELETE"
    };

    @Property(tries = 2_000)
    void noValueChangesWhatIsAsked(@ForAll Random random) {
        StringBuilder value = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            value.append(PIECES[random.nextInt(PIECES.length)]);
        }
        String form = new Form().add("filterValues", value).add("batchSize", 300).toString();
        assertThat(form).matches("[A-Za-z0-9%&=._*+-]+");
        String[] pairs = form.split("&", -1);
        assertThat(pairs).hasSize(2);
        assertThat(List.of(pairs[0].split("=", -1))).hasSize(2);
        assertThat(pairs[1]).isEqualTo("batchSize=300");
        String back = URLDecoder.decode(pairs[0].split("=", -1)[1], StandardCharsets.UTF_8);
        assertThat(back).isEqualTo(value.toString());
    }
}
