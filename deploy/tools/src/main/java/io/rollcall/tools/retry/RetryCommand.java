package io.rollcall.tools.retry;

import io.rollcall.report.Report;
import io.rollcall.tools.RefusedException;
import io.rollcall.tools.topic.Fact;
import io.rollcall.tools.topic.KafkaOptions;
import io.rollcall.tools.topic.Topics;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A person's word that what Marketo refused was mended. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = {
            "Has the job try again, once, everybody whom Marketo refused with a code.",
            "Without --code it says with which codes people of the activation stand refused."
        })
public final class RetryCommand implements Callable<Integer> {

    private static final int NOBODY = 1;

    /** As the ledger writes it into the memberships topic. */
    private static final String REJECTED = "rejected by Marketo: ";

    @Mixin private KafkaOptions kafka;

    @Spec private CommandSpec spec;

    @Option(names = "--code", description = "Marketo's code, such as 1008")
    private String code;

    @Option(
            names = "--activation",
            required = true,
            description = "the audience, or the id of its list")
    private String activation;

    @Option(
            names = "--job-id",
            description = "the job's job-id (${DEFAULT-VALUE})",
            defaultValue = "rollcall")
    private String job;

    @Override
    public Integer call() throws RefusedException {
        Topics topics = kafka.topics();
        Map<String, Fact> newest = new HashMap<>();
        topics.memberships(any -> true, fact -> note(fact, newest));
        Map<String, List<Fact>> refused = new TreeMap<>();
        newest.values().stream()
                .filter(RetryCommand::isRefused)
                .forEach(f -> refused.computeIfAbsent(codeOf(f), c -> new ArrayList<>()).add(f));
        List<Fact> meant = code == null ? List.of() : refused.getOrDefault(code, List.of());
        PrintWriter out = spec.commandLine().getOut();
        if (meant.isEmpty()) {
            out.println(nobody(refused));
            return code == null ? 0 : NOBODY;
        }
        Map<Fact, Integer> lists = new HashMap<>();
        meant.forEach(fact -> lists.merge(place(fact), 1, Integer::sum));
        for (Map.Entry<Fact, Integer> list : lists.entrySet()) {
            topics.write(retry(list.getKey()));
            out.println(
                    list.getValue()
                            + " people of list "
                            + list.getKey().list()
                            + " who were refused with "
                            + code
                            + " are tried once more");
        }
        return 0;
    }

    private void note(Fact fact, Map<String, Fact> newest) {
        boolean meant =
                fact.isGone()
                        || activation.equals(fact.audience())
                        || activation.equals(Long.toString(fact.list()));
        if (meant) {
            newest.put(fact.person() + " " + fact.instance() + " " + fact.list(), fact);
        }
    }

    private static boolean isRefused(Fact fact) {
        return fact.reason() != null && fact.reason().startsWith(REJECTED);
    }

    private static String codeOf(Fact fact) {
        return fact.reason().substring(REJECTED.length());
    }

    private String nobody(Map<String, List<Fact>> refused) {
        StringBuilder words = new StringBuilder("nobody of ").append(activation);
        words.append(code == null ? " is tried again without --code" : " is refused with " + code);
        words.append(refused.isEmpty() ? "; nobody stands refused" : "; refused are");
        refused.forEach(
                (with, facts) ->
                        words.append(' ').append(facts.size()).append(" with ").append(with));
        return words.toString();
    }

    /** The list alone. */
    private static Fact place(Fact fact) {
        return new Fact(
                null,
                fact.instance(),
                fact.list(),
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                null);
    }

    private Report retry(Fact place) {
        return Report.of(Report.Kind.RETRY, job, place.instance())
                .run("")
                .list(place.list())
                .at(System.currentTimeMillis())
                .code(code)
                .build();
    }
}
