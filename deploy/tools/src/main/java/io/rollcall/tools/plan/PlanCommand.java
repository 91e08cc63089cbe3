package io.rollcall.tools.plan;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Instance;
import io.rollcall.job.Rules;
import io.rollcall.job.config.Settings;
import io.rollcall.job.config.SourceConfig;
import io.rollcall.schedule.SchedulerSettings;
import io.rollcall.tools.JobLine;
import io.rollcall.tools.RefusedException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Looks before the job leaps: with at most twenty calls, none of which writes. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Checks credentials, lists, fields and limits, and says what each activation would need.",
            "Everything else on the line is a job parameter, such as --kafka.bootstrap-servers."
        })
public final class PlanCommand implements Callable<Integer> {

    private static final int MOST_SAMPLED = 300;

    @Spec private CommandSpec spec;

    @Mixin private JobLine job;

    @Unmatched private List<String> parameters = new ArrayList<>();

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "look N people of each source up, at most 300, to learn the match rate")
    private int sample;

    @Option(
            names = "--size",
            paramLabel = "N",
            description = "how large each audience is (${DEFAULT-VALUE})",
            defaultValue = "100000")
    private long size;

    @Option(
            names = "--listed",
            paramLabel = "N",
            description = "how many people a list holds that is too long to be counted (--size)")
    private Long listed;

    @Override
    public Integer call() throws RefusedException {
        Settings settings = job.settings(parameters);
        Sample people = new Sample(settings);
        if (sample > 0) {
            people.read(Math.min(sample, MOST_SAMPLED));
        }
        Findings findings = new Findings();
        settings.sync().sources().stream()
                .filter(SourceConfig::isWebApi)
                .forEach(source -> new DataverseCheck(source, findings).check());
        int calls = ask(settings, people, findings);
        PrintWriter out = spec.commandLine().getOut();
        findings.lines().forEach(out::println);
        out.println();
        out.println(
                calls
                        + " of at most "
                        + Marketo.MOST_CALLS
                        + " calls made; nothing was written. "
                        + (findings.faults() == 0
                                ? "Nothing stands in the way."
                                : "Faults: " + findings.faults()));
        return findings.faults() == 0 ? 0 : 1;
    }

    private int ask(Settings settings, Sample people, Findings findings) {
        Set<String> reachable = new HashSet<>();
        List<Activation> activations = settings.sync().activations();
        SchedulerSettings scheduler = Rules.of(settings).scheduler();
        try (Marketo marketo = new Marketo(settings.sync().instances())) {
            for (Instance instance : settings.sync().instances()) {
                if (marketo.mayAsk() && new InstanceCheck(marketo, findings, instance).check()) {
                    reachable.add(instance.munchkinId());
                }
            }
            int pages =
                    Math.max(
                            1,
                            (Marketo.MOST_CALLS - marketo.calls()) / (activations.size() + 1) - 1);
            for (Activation activation : activations) {
                for (Instance instance : settings.sync().instances()) {
                    boolean its = instance.munchkinId().equals(activation.instance());
                    if (its && reachable.contains(instance.munchkinId())) {
                        Estimator estimator = new Estimator(instance, scheduler);
                        new ActivationCheck(marketo, findings, estimator, activation)
                                .check(
                                        people.of(activation, instance, sample),
                                        new Audience(size, listed),
                                        pages);
                    }
                }
            }
            return marketo.calls();
        }
    }
}
