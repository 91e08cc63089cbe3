package io.rollcall.tools;

import io.rollcall.tools.inbound.InboundCommand;
import io.rollcall.tools.plan.PlanCommand;
import io.rollcall.tools.rebuild.RebuildCommand;
import io.rollcall.tools.release.ReleaseCommand;
import io.rollcall.tools.replay.ReplayCommand;
import io.rollcall.tools.report.ReportCommand;
import io.rollcall.tools.retry.RetryCommand;
import io.rollcall.tools.status.StatusCommand;
import io.rollcall.tools.topics.TopicsCommand;
import io.rollcall.tools.why.WhyCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The main of all tools: one line of error for what a user can mend, no stack trace. */
@Command(
        name = "rollcall",
        mixinStandardHelpOptions = true,
        description = "Answers about a running Rollcall, from its topics.",
        subcommands = {
            InboundCommand.class,
            PlanCommand.class,
            RebuildCommand.class,
            ReleaseCommand.class,
            ReplayCommand.class,
            ReportCommand.class,
            RetryCommand.class,
            StatusCommand.class,
            TopicsCommand.class,
            WhyCommand.class
        })
public final class Tools {

    private Tools() {}

    public static void main(String[] arguments) {
        System.exit(
                run(
                        new PrintWriter(System.out, true),
                        new PrintWriter(System.err, true),
                        arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        // The scripts name the local broker first; what the user says comes after it.
        return new CommandLine(new Tools())
                .setOverwrittenOptionsAllowed(true)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((e, line, parsed) -> failed(e, line))
                .execute(arguments);
    }

    private static int failed(Exception e, CommandLine line) throws Exception {
        if (!(e instanceof RefusedException)) {
            throw e;
        }
        line.getErr().println(e.getMessage());
        return 1;
    }
}
