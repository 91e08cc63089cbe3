package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.job.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphTest {

    private static final SyncYaml YAML =
            SyncYaml.identities("dynamics_id, email")
                    .source("{topic: audience-events, format: rollcall}")
                    .source("{topic: profiles, format: aep}")
                    .source(
                            """
                            format: dataverse
                            dataverse:
                              audiences: [{audience: synced}]
                              url: https://contoso.crm4.dynamics.com
                              tenant: contoso.onmicrosoft.com
                              client-id: env:ID
                              client-secret: env:SECRET
                            """)
                    .instance("emea", "123-ABC-456")
                    .activation("gold", "emea", "id: 1001");

    @TempDir Path folder;

    private StreamGraph graph;

    @BeforeEach
    void build() throws Exception {
        Path file = Files.writeString(folder.resolve("rollcall.yaml"), YAML.text("env:ID"));
        Settings settings =
                Settings.parse("--config=" + file, "--kafka.bootstrap-servers=127.0.0.1:9092");
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(new Configuration());
        env.setParallelism(4);
        RollcallJob.build(env, settings, Rules.of(settings));
        graph = env.getStreamGraph();
    }

    /** Whoever changes one of these loses the state of every running job. */
    @Test
    void uidsStayAsTheyAre() {
        assertThat(byUid(StreamNode::getOperatorName))
                .containsOnlyKeys(
                        "events-audience-events",
                        "decode-audience-events",
                        "people-audience-events",
                        "events-profiles",
                        "decode-profiles",
                        "people-profiles",
                        "events-contoso.crm4.dynamics.com",
                        "notices-contoso.crm4.dynamics.com",
                        "decode-contoso.crm4.dynamics.com",
                        "people-contoso.crm4.dynamics.com",
                        "activations",
                        "roster",
                        "activations-ledger",
                        "activations-scheduler",
                        "reports-ledger",
                        "reports-split",
                        "list-reads",
                        "reports-scheduler",
                        "reports-instances",
                        "sweep",
                        "sweep-ledger",
                        "ledger",
                        "wishes",
                        "scheduler",
                        "caller",
                        "reports",
                        "outcomes",
                        "memberships",
                        "dead-letters");
    }

    @Test
    void namesAreTheUids() {
        byUid(StreamNode::getOperatorName)
                .forEach((uid, name) -> assertThat(name).contains(uid).doesNotContain("Committer"));
    }

    @Test
    void eachOperatorSaysWhatItDoes() {
        byUid(StreamNode::getOperatorDescription)
                .forEach((uid, words) -> assertThat(words).contains(uid + ": "));
    }

    /** So that whoever sees a box in the web UI finds its class in a minute. */
    @Test
    void eachOperatorHasItsRowInTheArchitecture() throws IOException {
        List<String> rows =
                Files.readAllLines(Path.of("../docs/architecture.md")).stream()
                        .filter(line -> line.startsWith("| `"))
                        .toList();
        Set<String> names =
                rows.stream()
                        .map(row -> row.split("\\|")[1])
                        .flatMap(boxes -> Stream.of(boxes.split("[`, ]+")))
                        .filter(name -> !name.isBlank())
                        .map(name -> name.replace("*", ".+"))
                        .collect(Collectors.toSet());
        assertThat(byUid(StreamNode::getOperatorName).keySet())
                .allMatch(uid -> names.stream().anyMatch(uid::matches));
    }

    @Test
    void oneSchedulesOneCallsAndOneWrites() {
        Map<String, Integer> parallelism = byUid(StreamNode::getParallelism);
        Map<String, Integer> most = byUid(StreamNode::getMaxParallelism);
        for (String one : new String[] {"scheduler", "caller", "sweep"}) {
            assertThat(parallelism).containsEntry(one, 1);
            assertThat(most).containsEntry(one, 1);
        }
        assertThat(parallelism).containsEntry("reports", 1).containsEntry("ledger", 4);
        assertThat(most).containsEntry("ledger", 720);
    }

    @Test
    void theCallerIsInTheSchedulersChainAndReportsKeepTheirOrder() {
        Map<String, Integer> vertices = new TreeMap<>();
        for (JobVertex vertex : graph.getJobGraph().getVertices()) {
            vertices.put(vertex.getName(), vertex.getParallelism());
        }
        assertThat(vertices).containsEntry("scheduler -> caller", 1);
        assertThat(vertices)
                .containsEntry("Source: reports-ledger -> (list-reads, reports-split)", 1)
                .containsEntry("Source: reports-scheduler -> reports-instances", 1);
    }

    /** A row and what becomes of it stay in order up to the buckets. */
    @Test
    void oneReadsAnEnvironmentOfDataverse() {
        assertThat(byUid(StreamNode::getParallelism))
                .containsEntry("events-contoso.crm4.dynamics.com", 1)
                .containsEntry("people-contoso.crm4.dynamics.com", 1);
    }

    @Test
    void nothingNeedsKryoOrAnInventedUid() {
        Configuration configuration = graph.getJobGraph().getJobConfiguration();
        assertThat(configuration.get(PipelineOptions.GENERIC_TYPES)).isFalse();
        assertThat(configuration.get(PipelineOptions.AUTO_GENERATE_UIDS)).isFalse();
    }

    private <V> Map<String, V> byUid(Function<StreamNode, V> value) {
        return graph.getStreamNodes().stream()
                .collect(Collectors.toMap(StreamNode::getTransformationUID, value));
    }
}
