package io.rollcall.receiver;

import io.rollcall.secret.SecretReference;
import io.rollcall.secret.SecretUnavailableException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** One door as the command line says it. */
final class DoorOptions {

    private static final String SECRET_FORM =
            "--secret names where the secret stands: env:NAME or file:/path; never write the secret";

    @Option(
            names = "--door",
            required = true,
            paramLabel = "/PATH",
            description = "a path that takes messages; repeat it with its options for each")
    private String path;

    @Option(
            names = "--topic",
            required = true,
            paramLabel = "TOPIC",
            description = "the Kafka topic that they go to")
    private String topic;

    @Option(
            names = "--hmac",
            paramLabel = "SHA256|SHA1|MD5",
            description = "a header holds the HMAC of the body in Base64 (Audience Manager)")
    private SignatureGuard.Algorithm hmac;

    @Option(
            names = "--header",
            paramLabel = "NAME",
            description = "with --hmac: that header (X-Signature)")
    private String header;

    @Option(
            names = "--bearer",
            description = "the secret is a bearer token (Experience Platform's HTTP API)")
    private boolean bearer;

    @Option(
            names = "--key-header",
            paramLabel = "NAME",
            description = "the secret stands in this header (Dataverse)")
    private String keyHeader;

    @Option(
            names = "--key-parameter",
            paramLabel = "NAME",
            description =
                    "the secret stands in this query parameter (Dataverse's webhook key: code)")
    private String keyParameter;

    @Option(
            names = "--secret",
            required = true,
            split = ",",
            paramLabel = "env:NAME|file:/path",
            description = "where the secret stands; two with a comma while it is being changed")
    private List<String> secrets = new ArrayList<>();

    String path() {
        return path;
    }

    String topic() {
        return topic;
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!path.matches("/[\\w./-]+") || path.equals(HealthHandler.PATH)) {
            faults.add("it needs a path such as /audience-manager, and not /health");
        }
        if (!topic.matches("(?!\\.{1,2}$)[\\w.-]{1,200}")) {
            faults.add("--topic is no topic name: up to 200 letters, digits, '.', '_' and '-'");
        }
        int guards = 0;
        guards += hmac == null ? 0 : 1;
        guards += bearer ? 1 : 0;
        guards += keyHeader == null ? 0 : 1;
        guards += keyParameter == null ? 0 : 1;
        if (guards != 1) {
            faults.add("it needs one of --hmac, --bearer, --key-header and --key-parameter");
        }
        if (header != null && hmac == null) {
            faults.add("--header goes with --hmac only");
        }
        if (!secrets.stream().allMatch(SecretReference::wellFormed)) {
            faults.add(SECRET_FORM);
        }
        return faults;
    }

    Door door() throws SecretUnavailableException {
        return new Door(path, guard(), topic);
    }

    private Guard guard() throws SecretUnavailableException {
        Secrets read =
                new Secrets(secrets.stream().map(SecretReference::new).toList(), System::nanoTime);
        if (hmac != null) {
            return new SignatureGuard(header == null ? "X-Signature" : header, hmac, read);
        }
        if (bearer) {
            return new KeyGuard(KeyGuard.Place.BEARER, null, read);
        }
        return keyHeader == null
                ? new KeyGuard(KeyGuard.Place.QUERY, keyParameter, read)
                : new KeyGuard(KeyGuard.Place.HEADER, keyHeader, read);
    }
}
