package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.decode.Refusal;
import io.rollcall.outcome.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page is made of the enums' own Javadoc, so that nothing has to be said twice. */
class OutcomesDocsTest {

    private static final Path PAGE = Path.of("../docs/outcomes.md");
    private static final Path SOURCES = Path.of("../udfs/src/main/java/io/rollcall");
    private static final Path CODES =
            Path.of("../udfs/src/main/resources/io/rollcall/marketo/errors.csv");

    private static final Pattern CONSTANT =
            Pattern.compile(
                    "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+([A-Z][A-Z0-9_]*)\\s*[(,;}]", Pattern.DOTALL);

    @Test
    void thePageSaysWhatTheCodeDoes() throws IOException {
        String page = Files.readString(PAGE);
        String made =
                between(page, "statuses", table("outcome/Outcome.java", Outcome.Status.values()));
        made = between(made, "changes", table("outcome/Outcome.java", Outcome.Change.values()));
        made = between(made, "refusals", table("event/decode/Refusal.java", Refusal.values()));
        made = between(made, "codes", codes());
        if (Boolean.getBoolean("rollcall.regenerate")) {
            Files.writeString(PAGE, made);
        } else {
            assertThat(page)
                    .as("docs/outcomes.md differs from the code: run scripts/generate-docs")
                    .isEqualTo(made);
        }
    }

    private static String table(String source, Enum<?>[] constants) throws IOException {
        Map<String, String> said = javadoc(Files.readString(SOURCES.resolve(source)));
        assertThat(said).as(source).containsKeys(names(constants));
        return "| word | what it means |\n|---|---|\n"
                + Stream.of(constants)
                        .map(one -> "| `" + word(one) + "` | " + said.get(one.name()) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String[] names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toArray(String[]::new);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, String> javadoc(String source) {
        Map<String, String> said = new HashMap<>();
        Matcher constants = CONSTANT.matcher(source);
        while (constants.find()) {
            String words = constants.group(1).replaceAll("\\s*\\*\\s+", " ").strip();
            said.put(constants.group(2), words.replaceAll("\\{@code ([^}]*)}", "`$1`"));
        }
        return said;
    }

    private static String codes() throws IOException {
        return "| code | was it carried out | what a call's means | what a record's means | what to know |\n"
                + "|---|---|---|---|---|\n"
                + Files.readAllLines(CODES).stream()
                        .skip(1)
                        .map(line -> line.split(",", 5))
                        .map(OutcomesDocsTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(String... cells) {
        return Stream.of(cells)
                .map(
                        cell ->
                                cell.matches("[A-Z_]+")
                                        ? cell.toLowerCase(Locale.ROOT).replace('_', ' ')
                                        : cell)
                .map(cell -> cell.replaceAll("^\"|\"$", "").replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String between(String page, String name, String content) {
        int begin = page.indexOf("-->", page.indexOf("<!-- " + name + ":begin")) + "-->".length();
        int end = page.indexOf("<!-- " + name + ":end");
        assertThat(end).as("the markers of " + name).isGreaterThan(begin);
        return page.substring(0, begin) + "\n" + content + page.substring(end);
    }
}
