package io.rollcall.tools.report;

import io.rollcall.tools.RefusedException;
import io.rollcall.tools.topic.KafkaOptions;
import io.rollcall.tools.topic.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts what the topics hold. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "Says of each audience how many profiles were received, activated, excluded and"
                        + " failed. Changes are counted as far back as the outcomes topic reaches.")
public final class ReportCommand implements Callable<Integer> {

    @Mixin private KafkaOptions kafka;

    @Spec private CommandSpec spec;

    @Option(names = "--audience", description = "this audience only")
    private String audience;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "also write a page with plots, which needs nothing but itself")
    private Path html;

    @Override
    public Integer call() throws RefusedException {
        List<Figures> figures =
                collected().figures().stream()
                        .filter(f -> audience == null || audience.equals(f.target.audience()))
                        .toList();
        PrintWriter out = spec.commandLine().getOut();
        TextReport.lines(figures).forEach(out::println);
        if (html != null) {
            write(new HtmlReport(figures, Instant.now().truncatedTo(ChronoUnit.SECONDS)).page());
            out.println("Page: " + html.toAbsolutePath());
        }
        return 0;
    }

    private Collected collected() throws RefusedException {
        Collected collected = new Collected();
        Topics topics = kafka.topics();
        topics.memberships(any -> true, collected::take);
        topics.outcomes(any -> true, collected::take);
        return collected;
    }

    private void write(String page) throws RefusedException {
        try {
            Files.writeString(html, page);
        } catch (IOException e) {
            throw new RefusedException("--html: " + html + " cannot be written; name another file");
        }
    }
}
