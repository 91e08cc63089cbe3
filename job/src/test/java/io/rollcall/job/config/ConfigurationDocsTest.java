package io.rollcall.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationDocsTest {

    private static final Path PAGE = Path.of("../docs/configuration.md");

    @Test
    void thePageSaysWhatTheCodeDoes() throws IOException {
        String page = Files.readString(PAGE);
        String made = made(page);
        if (Boolean.getBoolean("rollcall.regenerate")) {
            Files.writeString(PAGE, made);
        } else {
            assertThat(page)
                    .as("docs/configuration.md differs from the code: run scripts/generate-docs")
                    .isEqualTo(made);
        }
    }

    private static String made(String page) {
        String made = between(page, "yaml", OptionsTable.yaml());
        made = between(made, "later", OptionsTable.later());
        return between(made, "parameters", OptionsTable.parameters());
    }

    private static String between(String page, String name, String content) {
        int begin = page.indexOf("-->", page.indexOf("<!-- " + name + ":begin")) + "-->".length();
        int end = page.indexOf("<!-- " + name + ":end");
        assertThat(end).as("the markers of " + name).isGreaterThan(begin);
        return page.substring(0, begin) + "\n" + content + page.substring(end);
    }
}
