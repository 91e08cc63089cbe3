package io.rollcall.tools.retry;

import io.rollcall.report.Report;
import io.rollcall.tools.RefusedException;
import io.rollcall.tools.retry.Refused.Place;
import io.rollcall.tools.topic.KafkaOptions;
import io.rollcall.tools.topic.Topics;
import java.io.PrintWriter;
import java.util.Map;
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
        Refused refused = new Refused(activation);
        topics.memberships(any -> true, refused::take);
        Map<Place, Integer> meant = code == null ? Map.of() : refused.with(code);
        PrintWriter out = spec.commandLine().getOut();
        if (meant.isEmpty()) {
            out.println(nobody(refused.byCode()));
            return code == null ? 0 : NOBODY;
        }
        for (Map.Entry<Place, Integer> list : meant.entrySet()) {
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

    private String nobody(Map<String, Integer> refused) {
        StringBuilder words = new StringBuilder("nobody of ").append(activation);
        words.append(code == null ? " is tried again without --code" : " is refused with " + code);
        words.append(refused.isEmpty() ? "; nobody stands refused" : "; refused are");
        refused.forEach(
                (with, people) -> words.append(' ').append(people).append(" with ").append(with));
        return words.toString();
    }

    private Report retry(Place place) {
        return Report.of(Report.Kind.RETRY, job, place.instance())
                .run("")
                .list(place.list())
                .at(System.currentTimeMillis())
                .code(code)
                .build();
    }
}
