package io.rollcall.tools.inbound;

import io.rollcall.tools.RefusedException;
import io.rollcall.tools.topic.KafkaOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what is on the lists as a file that Audience Manager takes in. */
@Command(
        name = "inbound",
        mixinStandardHelpOptions = true,
        description =
                "Writes who is on the lists, and who has left them, as an inbound file of Audience"
                        + " Manager: one row a person, d_sid for the traits of lists they are on,"
                        + " d_unsid for those they are not on any more.")
public final class InboundCommand implements Callable<Integer> {

    @Mixin private KafkaOptions kafka;

    @Spec private CommandSpec spec;

    @Option(
            names = "--data-source",
            required = true,
            paramLabel = "DPID",
            description = "the data source whose ids the rows begin with")
    private String dataSource;

    @Option(
            names = "--namespace",
            required = true,
            paramLabel = "NAME",
            description =
                    "the identity namespace of these ids; of email the SHA-256 hashes are written,"
                            + " since Audience Manager takes no addresses")
    private String namespace;

    @Option(
            names = "--trait",
            required = true,
            paramLabel = "AUDIENCE=TRAIT",
            description = "the trait of an audience; repeat it for each")
    private Map<String, String> traits;

    @Option(names = "--folder", required = true, description = "where the file is put, whole")
    private Path folder;

    @Option(
            names = "--overwrite",
            description = "an .overwrite file: of those it names it replaces all traits")
    private boolean overwrite;

    @Option(names = "--gzip", description = "packed")
    private boolean packed;

    @Override
    public Integer call() throws RefusedException {
        vet();
        InboundRows rows = new InboundRows(namespace, traits, overwrite);
        kafka.topics().memberships(any -> true, rows::take);
        PrintWriter out = spec.commandLine().getOut();
        if (rows.count() == 0) {
            out.println("Nobody to tell of: no file was written, since an empty one is invalid.");
        } else {
            String name = name(Instant.now());
            try {
                rows.write(folder.resolve(name), packed);
            } catch (IOException e) {
                throw new RefusedException(
                        "--folder: "
                                + folder
                                + " cannot be written to ("
                                + e.getClass().getSimpleName()
                                + ")");
            }
            out.printf("%s: %,d people%n", name, rows.count());
        }
        if (rows.others() > 0) {
            out.printf(
                    "%,d people have no %s that is known here and were left out.%n",
                    rows.others(), namespace);
        }
        return 0;
    }

    private void vet() throws RefusedException {
        if (!dataSource.matches("\\d{1,12}")) {
            throw new RefusedException("--data-source is a number, as Audience Manager shows it");
        }
        for (String trait : traits.values()) {
            if (!trait.matches("\\d{1,19}")) {
                throw new RefusedException("--trait AUDIENCE=TRAIT: a trait is a number");
            }
        }
        if (!Files.isDirectory(folder)) {
            throw new RefusedException("--folder: there is no folder " + folder + "; create it");
        }
    }

    private String name(Instant now) {
        return "ftp_dpm_%s_%010d.%s%s"
                .formatted(
                        dataSource,
                        now.getEpochSecond(),
                        overwrite ? "overwrite" : "sync",
                        packed ? ".gz" : "");
    }
}
