package io.rollcall.tools.why;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollcall.event.Identity;
import io.rollcall.tools.RefusedException;
import io.rollcall.tools.topic.Event;
import io.rollcall.tools.topic.Fact;
import io.rollcall.tools.topic.KafkaOptions;
import io.rollcall.tools.topic.Topics;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads what the job told of one person. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description = "Says why a person is or is not on a list, and what happened so far.")
public final class WhyCommand implements Callable<Integer> {

    @Mixin private KafkaOptions kafka;

    @Spec private CommandSpec spec;

    @Option(
            names = "--person",
            required = true,
            paramLabel = "IDENTITY",
            description =
                    "an e-mail address, or NAMESPACE:VALUE, of the identity that people are known"
                            + " by: the first of `identities` that their events hold")
    private String person;

    @Option(names = "--audience", description = "this audience only")
    private String audience;

    @Override
    public Integer call() throws RefusedException {
        String key = key(person);
        PrintWriter out = spec.commandLine().getOut();
        Story story = story(key);
        if (story.isEmpty(audience)) {
            story = underAnotherName(key, story, out);
        }
        story.lines(audience).forEach(out::println);
        return story.isEmpty(audience) ? 1 : 0;
    }

    private Story story(String key) throws RefusedException {
        return new Story(key, facts(key), events(key));
    }

    /** Of whom nothing is told by this name: a row of Dynamics 365 goes by its id, say. */
    private Story underAnotherName(String key, Story otherwise, PrintWriter out)
            throws RefusedException {
        OtherNames names = new OtherNames(key);
        topics().reports(names::take);
        for (String name : names.all()) {
            Story story = story(name);
            if (!story.isEmpty(audience)) {
                out.println(key + " is known as " + name);
                return story;
            }
        }
        return otherwise;
    }

    /** As the ledger knows the person. */
    static String key(String person) throws RefusedException {
        int colon = person.indexOf(':');
        boolean bare = colon < 0;
        if (bare && person.indexOf('@') < 0) {
            throw new RefusedException(
                    "--person: neither an e-mail address nor NAMESPACE:VALUE, such as ecid:381…");
        }
        Identity identity =
                bare
                        ? Identity.of("email", person)
                        : Identity.of(person.substring(0, colon), person.substring(colon + 1));
        return identity.key();
    }

    private List<Fact> facts(String key) throws RefusedException {
        Map<String, Fact> facts = new LinkedHashMap<>();
        topics().memberships(
                        startsWith(key),
                        fact -> facts.put(fact.instance() + "/" + fact.list(), fact));
        return facts.values().stream().filter(fact -> !fact.isGone()).toList();
    }

    /** Keys of facts are JSON arrays that begin with the person. */
    private static Predicate<byte[]> startsWith(String person) {
        String begin = "[" + new ObjectMapper().valueToTree(person) + ",";
        byte[] bytes = begin.getBytes(StandardCharsets.UTF_8);
        return key ->
                key != null
                        && key.length > bytes.length
                        && Arrays.mismatch(key, bytes) == bytes.length;
    }

    /** Also what is said of nobody: of whole activations and instances. */
    private List<Event> events(String key) throws RefusedException {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        List<Event> events = new ArrayList<>();
        topics().outcomes(any -> isNobody(any) || Arrays.equals(any, bytes), events::add);
        return events;
    }

    /** Only the keys of people have a namespace before a colon. */
    private static boolean isNobody(byte[] key) {
        if (key == null) {
            return true;
        }
        for (byte next : key) {
            if (next == ':') {
                return false;
            }
        }
        return true;
    }

    private Topics topics() {
        return kafka.topics();
    }
}
