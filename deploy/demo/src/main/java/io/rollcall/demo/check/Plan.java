package io.rollcall.demo.check;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the configuration asks for, as far as the demo uses it. */
public record Plan(List<Target> targets, List<String> emailPaths) {

    public static Plan read(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file)) {
            return of(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        }
    }

    public List<Target.Instance> instances() {
        return targets.stream().map(Target::instance).distinct().toList();
    }

    private static Plan of(Map<String, Object> yaml) {
        List<Target> targets = new ArrayList<>();
        for (Map<String, Object> activation : maps(yaml.get("activations"))) {
            Map<String, Object> instance =
                    maps(yaml.get("instances")).stream()
                            .filter(i -> i.get("name").equals(activation.get("instance")))
                            .findFirst()
                            .orElseThrow();
            targets.add(target(activation, instance(instance)));
        }
        return new Plan(targets, emailPaths(yaml));
    }

    private static Target target(Map<String, Object> activation, Target.Instance instance) {
        Map<String, Object> consent = map(activation.get("consent"));
        return new Target(
                instance,
                ((Number) map(activation.get("list")).get("id")).longValue(),
                activation.get("audience").toString(),
                (String) activation.get("namespace"),
                "add-only".equals(activation.get("mode")),
                consent == null
                        ? null
                        : new Target.Rule(
                                (String) consent.get("attribute"),
                                "opt-in".equals(consent.get("rule"))));
    }

    private static Target.Instance instance(Map<String, Object> instance) {
        return new Target.Instance(
                (String) instance.get("name"),
                (String) instance.get("munchkin-id"),
                "match-and-create".equals(instance.get("person-creation")),
                Set.copyOf(map(instance.get("lookup")).keySet()));
    }

    private static List<String> emailPaths(Map<String, Object> yaml) {
        List<String> paths = new ArrayList<>();
        for (Map<String, Object> source : maps(yaml.get("sources"))) {
            Map<String, Object> identityPaths = map(source.get("identity-paths"));
            if (identityPaths != null) {
                ((List<?>) identityPaths.get("email")).forEach(p -> paths.add(p.toString()));
            }
        }
        return paths;
    }

    @SuppressWarnings("unchecked") // YAML knows no types
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object value) {
        return (List<Map<String, Object>>) value;
    }
}
