package io.rollcall.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.job.Stand;
import io.rollcall.job.SyncYaml;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.Subscription;
import io.rollcall.sandbox.marketo.SubscriptionSpec;
import io.rollcall.secret.SecretReference;
import io.rollcall.tools.inbound.InboundCommand;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * From Adobe's side to Marketo's: signed transfers and profile exports over HTTP, Audience
 * Manager's files from a folder, encrypted ids, and visitors whom only an id-sync file ties to
 * somebody.
 */
class AdobeDoorsITCase {

    private static final String EMEA = "111-AAA-111";
    private static final String HMAC_KEY = "sample_partner_private_key";
    private static final String AES_KEY = "000102030405060708090a0b0c0d0e0f";
    private static final String AES_IV = "0f0e0d0c0b0a09080706050403020100";
    private static final DateTimeFormatter AAM_TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.US)
                    .withZone(ZoneOffset.UTC);

    private static final long REAL_TIME = 1001;
    private static final long FILES = 1002;
    private static final long VISITORS = 1003;
    private static final long TRAITS = 1004;
    private static final long PROFILES = 1005;

    private static final SyncYaml YAML =
            SyncYaml.identities("email, crm_id, aam_uuid")
                    .instance("emea", EMEA, "lookup: {email: email, crm_id: crmId}")
                    .activation("14356", "emea", "id: " + REAL_TIME, "namespace: AAM")
                    .activation("24", "emea", "id: " + FILES, "namespace: AAM", "reconcile: strict")
                    .activation("9001", "emea", "id: " + VISITORS, "namespace: AAM")
                    .activation("30608", "emea", "id: " + TRAITS, "namespace: aam-478")
                    .activation("gold", "emea", "id: " + PROFILES);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final long began = System.currentTimeMillis() - 600_000;
    private Stand stand;
    private Subscription emea;
    private URI receiver;

    private SyncYaml sources() {
        return YAML.source(
                        """
                        topic: aam-transfers
                        format: audience-manager
                        audience-manager: &ids
                          data-sources:
                            - {id: 12345, namespace: crm_id}
                            - {id: 478, namespace: crm_id}
                            - {id: 4711, namespace: email, key: "file:%1$s/aes-key", iv: "file:%1$s/aes-iv"}
                        """
                                .formatted(folder))
                .source("{topic: aep-profiles, format: aep}")
                .source(
                        """
                        path: %s/aam
                        format: audience-manager
                        audience-manager:
                          <<: *ids
                          segments: [24, 25]
                        """
                                .formatted(folder));
    }

    @Test
    void whatAdobeSaysReachesTheListsThroughEveryDoor() throws Exception {
        Files.createDirectories(folder.resolve("aam"));
        secret("hmac", HMAC_KEY);
        secret("token", "t0ken");
        secret("aes-key", AES_KEY);
        secret("aes-iv", AES_IV);
        try (Stand started = Stand.start(folder)) {
            stand = started;
            emea = people();
            stand.broker.create("aam-transfers", 2);
            stand.broker.create("aep-profiles", 2);
            stand.submit(
                    stand.settings(
                            sources(),
                            "--files.discovery-interval=500 ms",
                            "--topics.exported=exported",
                            "--topics.unreconciled=unreconciled"));
            try (KafkaOutlet outlet = outlet();
                    Receiver running =
                            Receiver.start(
                                    new Receiver.Address("127.0.0.1", 0, null),
                                    doors(),
                                    outlet,
                                    new Receiver.Limits(100_000, 1_000_000))) {
                receiver = URI.create("http://127.0.0.1:" + running.port());
                overHttp();
                fromFiles();
                visitors();
                backToAdobe();
            }
            assertThat(stand.values("rollcall.dead-letters"))
                    .anyMatch(value -> value.contains("one row is broken"));
        }
    }

    private void overHttp() throws Exception {
        String transfer = transfer("12345", "crm-1", "14356", 1, -60);
        assertThat(post("/aam", "X-Signature", "forged", transfer)).isEqualTo(401);
        assertThat(signed(transfer)).isEqualTo(200);
        assertThat(signed(transfer("4711", encrypted("Bob@Example.com"), "14356", 1, -50)))
                .isEqualTo(200);
        String profile =
                """
                {"identityMap": {"email": [{"id": "cyd@example.com"}]}, "segmentMembership":
                 {"ups": {"gold": {"status": "realized", "lastQualificationTime": "%s"}}}}"""
                        .formatted(Instant.ofEpochMilli(began));
        assertThat(post("/aep", "Authorization", "Bearer other", profile)).isEqualTo(401);
        assertThat(post("/aep", "Authorization", "Bearer t0ken", profile)).isEqualTo(200);
        awaitOn(REAL_TIME, "ada", "bob");
        awaitOn(PROFILES, "cyd");

        assertThat(signed(transfer("12345", "crm-1", "14356", 0, -40))).isEqualTo(200);
        awaitOn(REAL_TIME, "bob");
    }

    private void fromFiles() throws Exception {
        put(
                "S3_1_12345_iter_" + at(1) + ".sync",
                "crm-1 24\ncrm-2  24,26  25\none row is broken\ncrm-9 24\n");
        put("ftp_dpm_478_" + at(1) / 1_000 + ".sync", "crm-1\td_sid=30608\ncrm-2\t30608,30609\n");
        awaitOn(FILES, "ada", "bob");
        awaitValue("rollcall.exported", "\"crm_id:crm-1\"", "\"list\":1002");
        awaitValue("rollcall.unreconciled", "\"crm-9\"", "\"24\"", "unmatched");
        awaitOn(TRAITS, "ada", "bob");

        // All of it, in two parts: who is missing leaves once both parts are there.
        String full = "S3_1_12345_full_" + at(2);
        put(full + "001.sync.gz", "crm-3 24\n");
        put(full + ".info", "{Files:[%s,%s]}".formatted(file(full + "001"), file(full + "002")));
        awaitOn(FILES, "ada", "bob", "cyd");
        put(full + "002.sync.gz", "crm-2 24\n");
        awaitOn(FILES, "bob", "cyd");

        // Of those it names a file replaces the traits, of all others none.
        put("ftp_dpm_478_" + at(3) / 1_000 + ".overwrite", "crm-2\t30609\n");
        awaitOn(TRAITS, "ada");
    }

    /** Nobody knows the visitor until a file of ids says who that is; then also what was said. */
    private void visitors() throws Exception {
        String visitor = "19393572368547369350319949416899715727";
        assertThat(signed(visit(visitor, 1, -30))).isEqualTo(200);
        Awaitility.await("nobody can be looked up")
                .atMost(Duration.ofMinutes(1))
                .until(
                        () ->
                                stand.values("rollcall.outcomes").stream()
                                        .anyMatch(
                                                o -> o.contains("no identity that this instance")));
        put("adobe_id_0_12345_" + at(4) / 1_000 + ".sync", visitor + "\tcrm-3\n");
        awaitOn(VISITORS, "cyd");
        assertThat(signed(visit(visitor, 0, -20))).isEqualTo(200);
        awaitOn(VISITORS);
    }

    /** What Marketo's lists have become is what Audience Manager is told. */
    private void backToAdobe() throws Exception {
        Path out = Files.createDirectories(folder.resolve("out"));
        int code =
                new CommandLine(new InboundCommand())
                        .execute(
                                "--kafka=" + stand.broker.servers(),
                                "--data-source=478",
                                "--namespace=crm_id",
                                "--trait=24=24",
                                "--trait=30608=30608",
                                "--folder=" + out);
        assertThat(code).isZero();
        String[] names = out.toFile().list();
        assertThat(names).hasSize(1);
        assertThat(names[0]).matches("ftp_dpm_478_\\d{10}\\.sync");
        assertThat(Files.readAllLines(out.resolve(names[0])))
                .contains(
                        "crm-1\td_unsid=24,d_sid=30608",
                        "crm-2\td_sid=24,d_unsid=30608",
                        "crm-3\td_sid=24")
                .noneMatch(row -> row.startsWith("crm-9"));
    }

    private void awaitValue(String topic, String... words) {
        Awaitility.await(String.join(" and ", words) + " in " + topic)
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () ->
                                assertThat(stand.values(topic))
                                        .anyMatch(
                                                value ->
                                                        value != null
                                                                && List.of(words).stream()
                                                                        .allMatch(
                                                                                value::contains)));
    }

    private String transfer(String dataSource, String id, String segment, int status, int seconds) {
        return """
               {"User_DPID": "%s", "Users": [{"DataPartner_UUID": "%s", "Segments":
                [{"Segment_ID": "%s", "Status": "%d", "DateTime": "%s"}]}]}"""
                .formatted(dataSource, id, segment, status, time(seconds));
    }

    private String visit(String visitor, int status, int seconds) {
        return """
               {"User_DPID": "999", "Users": [{"AAM_UUID": "%s", "DataPartner_UUID": "x", "Segments":
                [{"Segment_ID": "9001", "Status": "%d", "DateTime": "%s"}]}]}"""
                .formatted(visitor, status, time(seconds));
    }

    private static String time(int seconds) {
        return AAM_TIME.format(Instant.now().plusSeconds(seconds));
    }

    /** Times of files, each a second after the other (epoch ms). */
    private long at(int step) {
        return began / 1_000 * 1_000 + step * 1_000L;
    }

    private static String file(String name) {
        return "{FileName:\"" + name + ".sync.gz\",FileLineCount:1}";
    }

    private void put(String name, String rows) throws Exception {
        Path hidden = folder.resolve("aam").resolve("." + name);
        try (OutputStream out = Files.newOutputStream(hidden);
                OutputStream text = name.endsWith(".gz") ? new GZIPOutputStream(out) : out) {
            text.write(rows.getBytes(StandardCharsets.UTF_8));
        }
        Files.move(hidden, folder.resolve("aam").resolve(name));
    }

    private int signed(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HMAC_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signature = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        return post("/aam", "X-Signature", Base64.getEncoder().encodeToString(signature), body);
    }

    private int post(String path, String header, String value, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(receiver.resolve(path))
                        .header(header, value)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String encrypted(String address) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(HexFormat.of().parseHex(AES_KEY), "AES"),
                new IvParameterSpec(HexFormat.of().parseHex(AES_IV)));
        return Base64.getEncoder()
                .encodeToString(cipher.doFinal(address.getBytes(StandardCharsets.UTF_8)));
    }

    private List<Door> doors() throws Exception {
        return List.of(
                new Door(
                        "/aam",
                        new SignatureGuard(
                                "X-Signature", SignatureGuard.Algorithm.SHA256, secrets("hmac")),
                        "aam-transfers"),
                new Door(
                        "/aep",
                        new KeyGuard(KeyGuard.Place.BEARER, null, secrets("token")),
                        "aep-profiles"));
    }

    private Secrets secrets(String name) throws Exception {
        SecretReference reference = new SecretReference("file:" + folder.resolve(name));
        return new Secrets(List.of(reference), System::nanoTime);
    }

    private void secret(String name, String content) throws Exception {
        Files.writeString(folder.resolve(name), content);
    }

    private KafkaOutlet outlet() {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", stand.broker.servers());
        return new KafkaOutlet(
                properties,
                List.of("aam-transfers", "aep-profiles"),
                Duration.ofSeconds(30),
                new Receiver.Limits(100_000, 1 << 20));
    }

    private Subscription people() {
        Subscription marketo =
                stand.sandbox.create(SubscriptionSpec.of(EMEA).withField("crmId", "string"));
        marketo.latency(Latency.NONE);
        int number = 0;
        for (String name : List.of("ada", "bob", "cyd")) {
            Lead lead = marketo.leads().create(name + "@example.com");
            number++;
            marketo.leads().update(lead.id(), Map.of("crmId", "crm-" + number));
        }
        for (long list : List.of(REAL_TIME, FILES, VISITORS, TRAITS, PROFILES)) {
            marketo.lists().create(list, "List " + list);
        }
        return marketo;
    }

    private void awaitOn(long list, String... names) {
        Awaitility.await(String.join(", ", names) + " on " + list)
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(members(list)).containsExactly(names));
    }

    private Set<String> members(long list) {
        Set<String> members = new TreeSet<>();
        for (long id : emea.lists().get(list).members()) {
            String email = emea.leads().get(id).map(Lead::email).orElse("nobody");
            members.add(email.replaceFirst("@.*", ""));
        }
        return members;
    }
}
