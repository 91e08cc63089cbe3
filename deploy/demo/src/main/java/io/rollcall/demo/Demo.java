package io.rollcall.demo;

import io.rollcall.demo.check.Plan;
import io.rollcall.demo.kafka.Topics;
import io.rollcall.demo.marketo.SandboxAdmin;
import io.rollcall.demo.marketo.Setting;
import io.rollcall.demo.story.Message;
import io.rollcall.demo.story.People;
import io.rollcall.demo.story.Person;
import java.util.List;

/** {@code prepare} sets the scene before the job starts; {@code run} plays, watches and judges. */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) throws Exception {
        try {
            System.exit(run(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("demo: " + e.getMessage());
            System.exit(2);
        }
    }

    private static int run(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("say prepare or run");
        }
        Options options = Options.of(arguments);
        return switch (arguments[0]) {
            case "prepare" -> prepare(options);
            case "run" -> new Play(options, Plan.read(options.path("config"))).run();
            default -> throw new IllegalArgumentException("no command " + arguments[0]);
        };
    }

    private static int prepare(Options options) throws Exception {
        List<Person> people = People.of(options.number("seed", 1), options.number("people", 2_000));
        SandboxAdmin admin = new SandboxAdmin(options.text("sandbox"));
        new Setting(admin, options.path("secrets")).build(people);
        Topics.create(options.text("kafka"), List.of(Message.EVENTS, Message.PROFILES));
        return 0;
    }
}
