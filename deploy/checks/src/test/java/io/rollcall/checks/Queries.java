package io.rollcall.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every query of the dashboard and of the alerts, by where it stands. */
final class Queries {

    private Queries() {}

    static Map<String, String> all() throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        JsonNode dashboard =
                new ObjectMapper()
                        .readTree(Repository.text("deploy/grafana/dashboards/rollcall.json"));
        for (JsonNode panel : dashboard.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                all.put(
                        panel.path("title").asText() + "/" + target.path("refId").asText(),
                        target.path("expr").asText());
            }
        }
        alerts().forEach(alert -> all.put((String) alert.get("alert"), (String) alert.get("expr")));
        return all;
    }

    @SuppressWarnings("unchecked") // YAML is maps and lists
    static List<Map<String, Object>> alerts() throws IOException {
        Map<String, Object> file = yaml("deploy/grafana/alerts.yaml");
        List<Map<String, Object>> groups = (List<Map<String, Object>>) file.get("groups");
        return (List<Map<String, Object>>) groups.get(0).get("rules");
    }

    static <T> T yaml(String path) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Repository.text(path));
    }
}
