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
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|ITCase))`");
    private static final Pattern PLACE =
            Pattern.compile("(?m)`((?:udfs|job|deploy)/[^` ]+)`(?: \\(([^)]+)\\))?");
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

    @ParameterizedTest
    @MethodSource("pages")
    void everyTestIsThere(Path page) throws IOException {
        assertThat(classes()).containsAll(found(TEST, page));
    }

    /** The table below the README's picture: a folder or a file, and the classes in it. */
    @Test
    void everyPlaceOfThePictureIsThere() throws IOException {
        String readme = Repository.text("README.md");
        String table = readme.substring(readme.indexOf("| box |"), readme.indexOf("## Run it"));
        List<MatchResult> places = PLACE.matcher(table).results().toList();
        assertThat(places).hasSizeGreaterThan(10);
        for (MatchResult place : places) {
            Path path =
                    Repository.path(place.group(1).replace("/…/", "/src/main/java/io/rollcall/"));
            assertThat(path).exists();
            String names = String.valueOf(place.group(2));
            for (MatchResult type : TYPE.matcher(names).results().toList()) {
                assertThat(path.resolve(type.group(1) + ".java")).exists();
            }
        }
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
