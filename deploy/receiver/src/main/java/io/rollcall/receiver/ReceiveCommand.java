package io.rollcall.receiver;

import io.rollcall.secret.SecretUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The main: everything that is wrong is said at once, before anything listens. */
@Command(
        name = "scripts/receive",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Takes messages over HTTP and answers 200 once Kafka has them (acks=all); 401, 404,"
                        + " 405, 413 and 415 for what it does not take, 503 while Kafka lags."
                        + " GET /health for load balancers.")
public final class ReceiveCommand implements Callable<Integer> {

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "the Kafka brokers (${DEFAULT-VALUE})",
            defaultValue = "${sys:rollcall.kafka:-127.0.0.1:9092}")
    private String kafka;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description = "properties of Kafka's producer, such as security.protocol=SASL_SSL")
    private Path kafkaProperties;

    @Mixin private AddressOptions address;

    @Option(
            names = "--largest-body",
            paramLabel = "BYTES",
            description = "larger ones are refused (${DEFAULT-VALUE})",
            defaultValue = "900000")
    private int largest;

    @Option(
            names = "--most-waiting",
            paramLabel = "BYTES",
            description =
                    "while more than this waits for Kafka, the answer is 503 (${DEFAULT-VALUE})",
            defaultValue = "64000000")
    private long waiting;

    @Option(
            names = "--answer-within",
            paramLabel = "MS",
            description =
                    "how long Kafka may take; Experience Platform waits 2 s, Audience Manager 3 s"
                            + " (${DEFAULT-VALUE})",
            defaultValue = "1500")
    private int patience;

    @ArgGroup(exclusive = false, multiplicity = "1..*", heading = "Doors:%n")
    private List<DoorOptions> doors = new ArrayList<>();

    @Spec private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ReceiveCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((e, arguments) -> refused(e))
                .setExecutionExceptionHandler((e, line, parsed) -> failed(e, line));
    }

    private static int refused(ParameterException e) {
        e.getCommandLine().getErr().println(e.getMessage());
        e.getCommandLine().getErr().println("All options: scripts/receive --options");
        return ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine line) throws Exception {
        if (e instanceof SecretUnavailableException || e instanceof IOException) {
            line.getErr().println(e.getMessage());
            return 1;
        }
        if (e instanceof KafkaException) {
            line.getErr().println("Kafka's client refuses its settings: " + e.getMessage());
            return 1;
        }
        throw e;
    }

    @Override
    public Integer call() throws Exception {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("\n", faults));
        }
        List<Door> opened = read();
        PrintWriter out = spec.commandLine().getOut();
        try (KafkaOutlet outlet = outlet();
                Receiver receiver = Receiver.start(address.address(), opened, outlet, limits())) {
            Runtime.getRuntime().addShutdownHook(new Thread(receiver::close));
            out.printf(
                    "Listening on %s, %d doors; Kafka %s%n",
                    address.url(receiver.port()),
                    doors.size(),
                    outlet.reachable() ? "is there" : "does not answer yet, or lacks a topic");
            out.flush();
            receiver.join();
        }
        return 0;
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (DoorOptions door : doors) {
            door.faults().forEach(fault -> faults.add(door.path() + ": " + fault));
            if (!paths.add(door.path())) {
                faults.add(door.path() + ": two doors of this path; leave one");
            }
        }
        if (largest < 1_000 || largest > 100_000_000) {
            faults.add("--largest-body is from 1000 to 100000000");
        }
        if (waiting < largest) {
            faults.add("--most-waiting is less than one body; make it --largest-body at least");
        }
        if (patience < 100 || patience > 60_000) {
            faults.add("--answer-within is from 100 to 60000 ms");
        }
        faults.addAll(address.faults());
        return faults;
    }

    List<DoorOptions> doors() {
        return doors;
    }

    private List<Door> read() throws SecretUnavailableException {
        List<Door> read = new ArrayList<>();
        for (DoorOptions door : doors) {
            read.add(door.door());
        }
        return read;
    }

    private Receiver.Limits limits() {
        return new Receiver.Limits(largest, waiting);
    }

    private KafkaOutlet outlet() throws IOException {
        Properties properties = new Properties();
        if (kafkaProperties != null) {
            try (InputStream in = Files.newInputStream(kafkaProperties)) {
                properties.load(in);
            }
        }
        properties.setProperty("bootstrap.servers", kafka);
        List<String> topics = doors.stream().map(DoorOptions::topic).distinct().toList();
        return new KafkaOutlet(properties, topics, Duration.ofMillis(patience), limits());
    }
}
