package io.rollcall.job.config;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which Kafka properties may stand in the open. Job parameters and the job graph are no place for a
 * secret: they are kept in checkpoints' stores and shown by tools that Rollcall does not control.
 */
final class KafkaPropertyRules {

    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i).*(password|passphrase|secret|token|credential|api.?key"
                            + "|ssl\\.keystore\\.key|user\\.?info).*");

    /** Names of files, addresses and classes that only sound like secrets. */
    private static final Pattern PUBLIC =
            Pattern.compile("(?i).*\\.(url|file|class|location|client\\.id)");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]+\\}");

    private static final Pattern JAAS_OPTION =
            Pattern.compile("(?s)([\\w.]+)\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s;]*)");

    private static final Set<String> PUBLIC_JAAS_OPTIONS =
            Set.of(
                    "username",
                    "useKeyTab",
                    "keyTab",
                    "storeKey",
                    "principal",
                    "serviceName",
                    "useTicketCache",
                    "ticketCache",
                    "doNotPrompt",
                    "refreshKrb5Config",
                    "scope",
                    "clientId",
                    "awsProfileName",
                    "awsRoleArn",
                    "awsRoleSessionName",
                    "awsStsRegion",
                    "tokenauth");

    /** What Rollcall sets itself, and the option that says it. */
    private static final Map<String, String> OWN =
            Map.of(
                    "group.id", "use the job parameter kafka.group-id",
                    "auto.offset.reset", "use the source's scan.startup.mode",
                    "enable.auto.commit", "leave it out: offsets are committed with checkpoints",
                    "key.deserializer", "leave it out: Rollcall reads bytes",
                    "value.deserializer", "leave it out: Rollcall reads bytes",
                    "key.serializer", "leave it out: Rollcall writes bytes",
                    "value.serializer", "leave it out: Rollcall writes bytes");

    private KafkaPropertyRules() {}

    static void vet(String place, String key, String value, Faults faults) {
        if (OWN.containsKey(key)) {
            faults.add(place, "Rollcall sets this itself; " + OWN.get(key));
        } else if (isSecret(key, value)) {
            faults.add(
                    place,
                    "a secret must not stand here; write ${env:NAME} or ${file:/path:key}, which"
                            + " Kafka resolves where its clients run");
        }
    }

    private static boolean isSecret(String key, String value) {
        if (key.endsWith("sasl.jaas.config")) {
            return !PLACEHOLDER.matcher(value.trim()).matches() && jaasHoldsASecret(value);
        }
        return SECRET.matcher(key).matches()
                && !PUBLIC.matcher(key).matches()
                && !PLACEHOLDER.matcher(value.trim()).matches();
    }

    /** A module without options, or with public ones and placeholders only, holds no secret. */
    private static boolean jaasHoldsASecret(String value) {
        String masked = PLACEHOLDER.matcher(value).replaceAll("");
        return !masked.contains("LoginModule")
                || JAAS_OPTION
                        .matcher(masked)
                        .results()
                        .anyMatch(
                                option ->
                                        !PUBLIC_JAAS_OPTIONS.contains(option.group(1))
                                                && option.group(2).matches("(?s)[\"']?[^\"'].*"));
    }
}
