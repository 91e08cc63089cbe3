package io.rollcall.demo;

import io.rollcall.demo.check.Beliefs;
import io.rollcall.demo.check.Plan;
import io.rollcall.demo.check.Roll;
import io.rollcall.demo.check.Target;
import io.rollcall.demo.check.Wanted;
import io.rollcall.demo.story.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Hears every message that Kafka has taken, on the producer's thread, and is asked on another. */
final class Ear {

    private final Plan plan;
    private final Beliefs beliefs;
    private final Stopwatch stopwatch;
    private final Map<String, Map<Target, Wanted>> known = new HashMap<>();
    private int heard;

    Ear(Plan plan, Stopwatch stopwatch) {
        this.plan = plan;
        this.beliefs = new Beliefs(plan);
        this.stopwatch = stopwatch;
    }

    synchronized void hear(Message message, RecordMetadata taken) {
        long at = taken.timestamp();
        Beliefs.Place place = new Beliefs.Place(taken.topic(), taken.partition(), taken.offset());
        String person = beliefs.hear(place, message.value(), at);
        heard++;
        if (person == null) {
            return;
        }
        Map<Target, Wanted> before = known.computeIfAbsent(person, any -> new HashMap<>());
        for (Target target : plan.targets()) {
            Wanted wanted = beliefs.wanted(person, target, at);
            if (before.put(target, wanted) != wanted) {
                stopwatch.wants(person, target, wanted, at);
            }
        }
    }

    synchronized int heard() {
        return heard;
    }

    synchronized long assertions() {
        return beliefs.assertions();
    }

    synchronized Set<String> unusable() {
        return Set.copyOf(beliefs.unusable());
    }

    synchronized Roll.Verdict judge(Roll roll, Set<Long> members) {
        return roll.judge(beliefs, members, System.currentTimeMillis());
    }
}
