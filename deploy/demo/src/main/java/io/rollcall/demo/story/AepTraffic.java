package io.rollcall.demo.story;

import io.rollcall.demo.story.LastSaid.Claim;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Profile exports: Experience Platform's documented samples, with people who exist. Every export
 * says all that is true of a profile, so most of what it says is a repeat.
 */
final class AepTraffic {

    private final Random random;
    private final long start;
    private final LastSaid last = new LastSaid();
    private final AepSamples samples = AepSamples.load();

    AepTraffic(Random random, long start) {
        this.random = random;
        this.start = start;
    }

    Message backfill(Person person, long offset) {
        for (String audience : audiences(person)) {
            long at = start - 60_000L * (60 + random.nextInt(40_000));
            last.say(person, audience, new Claim(random.nextInt(100) < 70, seconds(at)));
        }
        return export(person, offset);
    }

    /** An attribute was touched, or the profile came into or left one audience. */
    Message live(Person person, long offset) {
        if (random.nextInt(100) < 50) {
            List<String> audiences = audiences(person);
            String audience = audiences.get(random.nextInt(audiences.size()));
            last.say(person, audience, turned(last.of(person, audience), start + offset));
        }
        return export(person, offset);
    }

    /** Exits often carry the time of the qualification that they end. */
    private Claim turned(Claim before, long now) {
        boolean sameTime = before != null && before.in() && random.nextBoolean();
        return new Claim(before == null || !before.in(), sameTime ? before.at() : seconds(now));
    }

    private List<String> audiences(Person person) {
        return samples.audiences(person);
    }

    private Message export(Person person, long offset) {
        Map<String, Claim> claims = last.all(person);
        return new Message(
                offset, Message.PROFILES, person.ecid(), samples.adapted(person, claims));
    }

    private static long seconds(long millis) {
        return millis / 1_000 * 1_000;
    }
}
