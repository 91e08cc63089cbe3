package io.rollcall.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A second door of the broker, which asks for a password and allows only what an ACL allows. Who
 * comes through the first one may do everything, as an administrator does.
 */
final class Guard {

    /** Whose password opens it, as ACLs name them. */
    static final String PRINCIPAL = "User:rollcall";

    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required ";

    private final int port;
    private final String password;

    Guard(int port, String password) {
        this.port = port;
        this.password = password;
    }

    String servers() {
        return "127.0.0.1:" + port;
    }

    String listener() {
        return "SASL_PLAINTEXT://" + servers();
    }

    List<String> config() {
        String door = "listener.name.sasl_plaintext.";
        return List.of(
                "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users=User:ANONYMOUS",
                "sasl.enabled.mechanisms=PLAIN",
                door + "plain.sasl.jaas.config=" + LOGIN + "user_rollcall=\"" + password + "\";");
    }

    /** Job parameters of who goes through it; the password stays in a file of the folder. */
    List<String> parameters(Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("kafka.properties"), "word=" + password);
        String login = LOGIN + "username=\"rollcall\" password=\"${file:" + secret + ":word}\";";
        String kafka = "--kafka.properties.";
        return List.of(
                "--kafka.bootstrap-servers=" + servers(),
                kafka + "security.protocol=SASL_PLAINTEXT",
                kafka + "sasl.mechanism=PLAIN",
                kafka + "sasl.jaas.config=" + login);
    }
}
