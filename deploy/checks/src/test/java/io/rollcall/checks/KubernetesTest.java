package io.rollcall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.rollcall.job.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Judges the manifests by the operator's own schema, and by what else here says the same. */
class KubernetesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where a cluster has to differ, or what only it needs. */
    private static final Set<String> OF_KUBERNETES =
            Set.of(
                    "execution.checkpointing.dir",
                    "execution.checkpointing.savepoint-dir",
                    "high-availability.type",
                    "high-availability.storageDir");

    @TempDir Path folder;

    private static JsonSchema schema;

    @BeforeAll
    static void readTheOperatorsSchema() throws IOException {
        String file = "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";
        try (InputStream in = KubernetesTest.class.getResourceAsStream(file)) {
            JsonNode crd = JSON.valueToTree(all(new String(in.readAllBytes())).get(0));
            JsonNode open = crd.path("spec").path("versions").path(0).path("schema");
            JsonNode strict = strict(open.path("openAPIV3Schema"));
            schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(strict);
        }
    }

    /**
     * Kubernetes drops fields that it does not know without a word: here they are faults. The
     * newest schema on Maven Central is older than Flink 2.2, whose name is added.
     */
    private static JsonNode strict(JsonNode open) {
        if (open instanceof ObjectNode object) {
            boolean typed = object.path("properties").isObject();
            boolean free = object.path("x-kubernetes-preserve-unknown-fields").asBoolean();
            if (typed && !free && !isMetadata(object)) {
                object.put("additionalProperties", false);
            }
            if (object.path("enum") instanceof ArrayNode names
                    && names.toString().contains("v1_20")) {
                names.add("v2_2");
            }
        }
        open.forEach(KubernetesTest::strict);
        return open;
    }

    /** The root leaves kind, name and labels to Kubernetes itself. */
    private static boolean isMetadata(ObjectNode object) {
        return object.path("properties").has("spec") && object.path("properties").has("status");
    }

    private static List<Object> all(String yaml) {
        List<Object> documents = new ArrayList<>();
        new Yaml(new SafeConstructor(limits())).loadAll(yaml).forEach(documents::add);
        return documents;
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(10_000_000);
        limits.setMaxAliasesForCollections(10_000);
        return limits;
    }

    private static JsonNode deployment() throws IOException {
        return JSON.valueToTree(Queries.yaml("deploy/kubernetes/rollcall.yaml"));
    }

    @Test
    void theDeploymentFitsTheOperatorsSchema() throws IOException {
        assertThat(schema.validate(deployment()))
                .extracting(ValidationMessage::getMessage)
                .isEmpty();
    }

    @Test
    void aMisspeltFieldIsFound() throws IOException {
        JsonNode wrong = deployment();
        ((ObjectNode) wrong.path("spec").path("job")).put("paralelism", 2);
        ((ObjectNode) wrong.path("spec")).put("flinkVersion", "v9_9");

        assertThat(schema.validate(wrong))
                .extracting(ValidationMessage::getMessage)
                .anyMatch(message -> message.contains("paralelism"))
                .anyMatch(message -> message.contains("flinkVersion"));
    }

    @Test
    void itsSettingsAreThoseOfTheDocumentedConfiguration() throws IOException {
        Map<String, Object> documented = Queries.yaml("deploy/flink/config.yaml");
        JsonNode settings = deployment().path("spec").path("flinkConfiguration");

        settings.fieldNames()
                .forEachRemaining(
                        key -> {
                            Object said = documented.get(key);
                            boolean own = key.startsWith("kubernetes.") || key.startsWith("job.");
                            if (!own && !OF_KUBERNETES.contains(key)) {
                                assertThat(settings.path(key).asText())
                                        .as(key)
                                        .isEqualTo(String.valueOf(said));
                            }
                        });
        assertThat(documented.keySet())
                .filteredOn(key -> key.startsWith("pipeline.") || key.contains("checkpointing"))
                .allSatisfy(key -> assertThat(settings.has(key)).as(key).isTrue());
    }

    @Test
    void nothingRunsAsRootNorLosesStateInAnUpgrade() throws IOException {
        JsonNode spec = deployment().path("spec");
        JsonNode pod = spec.path("podTemplate").path("spec");
        assertThat(pod.path("securityContext").path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(spec.path("job").path("upgradeMode").asText()).isEqualTo("savepoint");
        assertThat(pod.path("volumes").toString()).contains("rollcall-marketo");
    }

    @Test
    void theImageIsOfThisFlinkAndNeverRoot() throws IOException {
        String dockerfile = Repository.text("deploy/docker/Dockerfile");
        String pom = Repository.text("pom.xml");
        String flink = pom.replaceAll("(?s).*<flink.version>(.*?)</flink.version>.*", "$1");

        assertThat(dockerfile).containsPattern("(?m)^FROM flink:" + flink + "-java17");
        assertThat(dockerfile).containsPattern("(?m)^USER 9999:9999");
        assertThat(dockerfile).containsPattern("(?m)^COPY .*job/target/rollcall-job.jar ");
    }

    @Test
    void theDeploymentRunsTheJarOfTheImageUnderItsUser() throws IOException {
        JsonNode spec = deployment().path("spec");
        String jar = spec.path("job").path("jarURI").asText().replace("local://", "");
        assertThat(Repository.text("deploy/docker/Dockerfile"))
                .containsPattern("(?m)^COPY .* " + jar + "$");
        JsonNode user = spec.path("podTemplate").path("spec").path("securityContext");
        assertThat(user.path("runAsUser").asInt()).isEqualTo(9999);
        assertThat(user.path("runAsGroup").asInt()).isEqualTo(9999);
        assertThat(Repository.text("job/pom.xml")).contains("io.rollcall.job.RollcallJob");
    }

    @Test
    void secretsAreMountedWhereTheConfigurationLooksForThem() throws IOException {
        List<JsonNode> documents = documents("deploy/kubernetes/configuration.yaml");
        String yaml = documents.get(0).path("data").path("rollcall.yaml").asText();
        JsonNode pod = deployment().path("spec").path("podTemplate").path("spec");
        String mount =
                at(pod.path("containers").path(0).path("volumeMounts"), "marketo", "mountPath");

        assertThat(documents.get(1).path("stringData").fieldNames())
                .toIterable()
                .hasSize(2)
                .allSatisfy(key -> assertThat(yaml).contains("file:" + mount + "/" + key));
        assertThat(documents.get(1).path("metadata").path("name").asText())
                .isEqualTo(pod.path("volumes").path(1).path("secret").path("secretName").asText());
    }

    private static String at(JsonNode named, String name, String field) {
        for (JsonNode one : named) {
            if (one.path("name").asText().equals(name)) {
                return one.path(field).asText();
            }
        }
        throw new AssertionError("nothing is called " + name);
    }

    @Test
    void theConfigMapIsAConfigurationThatTheJobTakes() throws Exception {
        JsonNode map = documents("deploy/kubernetes/configuration.yaml").get(0);
        Path yaml = folder.resolve("rollcall.yaml");
        Files.writeString(yaml, map.path("data").path("rollcall.yaml").asText());
        List<String> line = new ArrayList<>(List.of("--config=" + yaml));
        StreamSupport.stream(
                        deployment().path("spec").path("job").path("args").spliterator(), false)
                .map(JsonNode::asText)
                .skip(2)
                .forEach(line::add);

        assertThat(Settings.parse(line.toArray(new String[0])).sync().activations()).hasSize(1);
    }

    @Test
    void theNetworkPolicyIsAboutThePodsOfTheDeployment() throws IOException {
        JsonNode policy = documents("deploy/kubernetes/network-policy.yaml").get(0);
        String app = deployment().path("metadata").path("name").asText();

        assertThat(policy.path("spec").path("podSelector").path("matchLabels").path("app").asText())
                .isEqualTo(app);
        assertThat(policy.path("spec").path("policyTypes").toString())
                .contains("Ingress", "Egress");
    }

    private static List<JsonNode> documents(String path) throws IOException {
        return all(Repository.text(path)).stream().<JsonNode>map(JSON::valueToTree).toList();
    }
}
