package io.rollcall.receiver;

import io.rollcall.secret.SecretReference;
import io.rollcall.secret.SecretUnavailableException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the receiver listens, and with which certificate, as the command line says it. */
final class AddressOptions {

    @Option(
            names = "--host",
            description = "the address to listen on (${DEFAULT-VALUE})",
            defaultValue = "127.0.0.1")
    private String host;

    @Option(names = "--port", description = "(${DEFAULT-VALUE})", defaultValue = "8443")
    private int port;

    @Option(
            names = "--tls",
            paramLabel = "FILE",
            description = "a PKCS#12 file with certificate and key; read again when it changes")
    private Path tls;

    @Option(
            names = "--tls-password",
            paramLabel = "env:NAME|file:/path",
            description = "where its password stands")
    private String tlsPassword;

    @Option(
            names = "--plain-http",
            description = "no TLS though others than this machine can call: a proxy ends it")
    private boolean plain;

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if ((tls == null) != (tlsPassword == null)) {
            faults.add("--tls and --tls-password belong together");
        } else if (tlsPassword != null && !SecretReference.wellFormed(tlsPassword)) {
            faults.add("--tls-password names where the password stands: env:NAME or file:/path");
        }
        if (tls != null && !Files.isReadable(tls)) {
            faults.add("--tls: there is no such file to read: " + tls);
        }
        if (tls == null && !plain && !loopback()) {
            faults.add(
                    "--host lets other machines in: give --tls and --tls-password, or --plain-http"
                            + " where a proxy ends TLS");
        }
        return faults;
    }

    private boolean loopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    Receiver.Address address() throws SecretUnavailableException {
        return new Receiver.Address(host, port, certificate());
    }

    private Receiver.Certificate certificate() throws SecretUnavailableException {
        return tls == null
                ? null
                : new Receiver.Certificate(
                        tls.toString(), new SecretReference(tlsPassword).resolve());
    }

    /** As people write it, with the port that was found. */
    String url(int found) {
        return "%s://%s:%d".formatted(tls == null ? "http" : "https", host, found);
    }
}
