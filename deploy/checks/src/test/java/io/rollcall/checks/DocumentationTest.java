package io.rollcall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages point at is there. */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern SCRIPT = Pattern.compile("scripts/([a-z][a-z-]*)");
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)`");

    private static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Repository.path("docs"))) {
            List<Path> pages =
                    docs.filter(page -> page.toString().endsWith(".md"))
                            .collect(Collectors.toList());
            pages.add(Repository.path("README.md"));
            pages.add(Repository.path("deploy/README.md"));
            pages.add(Repository.path("deploy/grafana/README.md"));
            return pages.stream();
        }
    }

    private static Set<String> found(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        assertThat(found(LINK, page))
                .allSatisfy(to -> assertThat(page.getParent().resolve(to)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyScriptIsThere(Path page) throws IOException {
        assertThat(found(SCRIPT, page))
                .filteredOn(script -> !script.equals("lib"))
                .allSatisfy(script -> assertThat(Repository.path("scripts/" + script)).exists());
    }

    @Test
    void everyBoxHasItsClass() throws IOException {
        assertThat(found(TYPE, Repository.path("docs/architecture.md")))
                .hasSizeGreaterThan(40)
                .filteredOn(type -> !type.equals("MapState"))
                .allSatisfy(type -> assertThat(classes()).contains(type));
    }

    private static Set<String> classes() throws IOException {
        Set<String> classes = new TreeSet<>();
        for (String module : List.of("udfs", "job", "deploy")) {
            try (Stream<Path> files = Files.walk(Repository.path(module))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> classes.add(name.replace(".java", "")));
            }
        }
        return classes;
    }

    @Test
    void everyAlertHasItsWordsInTheRunbook() throws IOException {
        String runbook = Repository.text("deploy/README.md");
        assertThat(Queries.alerts())
                .allSatisfy(
                        alert -> {
                            String anchor =
                                    alert.get("annotations")
                                            .toString()
                                            .replaceFirst("(?s).*runbook=([a-z]+).*", "$1");
                            assertThat(runbook).contains("<a id=\"" + anchor + "\">");
                            assertThat(runbook).contains(alert.get("alert").toString());
                        });
    }
}
