package io.rollcall.demo;

import io.rollcall.demo.bench.BacklogBench;
import io.rollcall.demo.bench.CallsBench;
import io.rollcall.demo.bench.ExtractBench;
import io.rollcall.demo.bench.Ground;
import io.rollcall.demo.bench.ImportsBench;
import io.rollcall.demo.bench.LatencyBench;
import io.rollcall.demo.check.Plan;
import io.rollcall.demo.kafka.Topics;
import io.rollcall.demo.marketo.SandboxAdmin;
import io.rollcall.demo.marketo.Setting;
import io.rollcall.demo.story.Message;
import io.rollcall.demo.story.People;
import io.rollcall.demo.story.Person;
import java.io.IOException;
import java.util.List;

/**
 * {@code prepare} sets the scene before the job starts; {@code run} plays, watches and judges. The
 * others are for {@code scripts/bench}.
 */
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
            case "run" -> new Play(options, plan(options)).run();
            case "bench-prepare" -> {
                Ground.prepare(options);
                yield 0;
            }
            case "bench-calls" -> new CallsBench(options, plan(options)).run();
            case "bench-backlog" -> new BacklogBench(options, plan(options)).fill();
            case "bench-drain" -> new BacklogBench(options, plan(options)).drain();
            case "bench-imports" -> new ImportsBench(options, plan(options)).run();
            case "bench-extract" -> new ExtractBench(options).run();
            case "bench-latency" -> new LatencyBench(options, plan(options)).run();
            default -> throw new IllegalArgumentException("no command " + arguments[0]);
        };
    }

    private static Plan plan(Options options) throws IOException {
        return Plan.read(options.path("config"));
    }

    private static int prepare(Options options) throws Exception {
        List<Person> people = People.of(options.number("seed", 1), options.number("people", 2_000));
        SandboxAdmin admin = new SandboxAdmin(options.text("sandbox"));
        new Setting(admin, options.path("secrets")).build(people);
        Topics.create(options.text("kafka"), List.of(Message.EVENTS, Message.PROFILES));
        return 0;
    }
}
