package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar that is submitted: one version of everything, and nothing that the cluster brings. */
class JobJarITCase {

    private static final Path JAR = Path.of("target", "rollcall-job.jar");

    /** Connectors that are no part of flink-dist's own jar, so that the job brings them. */
    private static final String BROUGHT = "flink-connector-(kafka|files)-.*";

    @Test
    void holdsNoneOfFlinksOwnClasses() throws IOException {
        Set<String> ours = classes(JAR.toFile());
        Map<String, String> flinks = new HashMap<>();
        for (File jar : jars()) {
            if (jar.getName().startsWith("flink-") && !jar.getName().matches(BROUGHT)) {
                classes(jar).forEach(name -> flinks.put(name, jar.getName()));
            }
        }
        assertThat(flinks).containsKey("org/apache/flink/api/common/JobID.class");
        assertThat(ours).contains("io/rollcall/job/RollcallJob.class");
        assertThat(ours.stream().filter(flinks::containsKey).limit(5)).isEmpty();
        assertThat(ours).noneMatch(name -> name.matches("org/(slf4j|apache/logging)/.*"));
    }

    @Test
    void everyClassComesFromOneLibraryOnly() throws IOException {
        Set<String> ours = classes(JAR.toFile());
        Map<String, Set<String>> origins = new HashMap<>();
        for (File jar : jars()) {
            if (!jar.getName().startsWith("flink-")) {
                classes(jar).stream()
                        .filter(ours::contains)
                        .forEach(
                                name ->
                                        origins.computeIfAbsent(name, n -> new HashSet<>())
                                                .add(jar.getName()));
            }
        }
        Set<Set<String>> several =
                origins.values().stream()
                        .filter(jars -> jars.size() > 1)
                        .collect(Collectors.toSet());
        assertThat(several).isEmpty();
    }

    private static List<File> jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(file -> file.getName().endsWith(".jar") && file.isFile())
                .filter(file -> !file.getName().contains("rollcall"))
                .toList();
    }

    private static Set<String> classes(File jar) throws IOException {
        try (JarFile file = new JarFile(jar)) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                    .filter(name -> !name.endsWith("module-info.class"))
                    .collect(Collectors.toSet());
        }
    }
}
