package io.rollcall.demo.story;

import io.rollcall.demo.story.LastSaid.Claim;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Events in Rollcall's own format: arrivals, exits, repeats, and what goes wrong on the way. */
final class NativeTraffic {

    static final List<String> AUDIENCES =
            List.of("gold", "silver", "newsletter", "trial", "win-back");

    private static final long HOUR = 3_600_000;

    private final Random random;
    private final long start;
    private final LastSaid last = new LastSaid();
    private final Map<Integer, Message> latest = new HashMap<>();

    NativeTraffic(Random random, long start) {
        this.random = random;
        this.start = start;
    }

    /** All that was true of a person before the job first ran. */
    Message backfill(Person person, long offset) {
        long at = start - HOUR * (1 + random.nextInt(700));
        for (String audience : AUDIENCES) {
            if (random.nextInt(100) < 40) {
                last.say(person, audience, new Claim(true, at));
            }
        }
        if (person.number() % 100 == 7) {
            last.say(person, "win-back", new Claim(false, at));
        }
        return everything(person, offset);
    }

    /** Something happens to a person, or nothing does and is said all the same. */
    Message live(Person person, long offset) {
        int dice = random.nextInt(100);
        Message before = latest.get(person.number());
        if (dice < 45) {
            return everything(person, offset);
        }
        if (dice < 50 && before != null) {
            return before.again(offset);
        }
        if (dice < 54) {
            return consent(person, offset);
        }
        return claim(person, dice, offset);
    }

    private Message claim(Person person, int dice, long offset) {
        String audience = AUDIENCES.get(random.nextInt(AUDIENCES.size()));
        Claim before = last.of(person, audience);
        long now = start + offset;
        if (dice < 60 && before != null) {
            Claim late = new Claim(!before.in(), before.at() - HOUR);
            return message(person, offset, body(person).membership(audience, late));
        }
        if (dice < 64 && before != null) {
            // Contradicts the claim of the same time: the exit holds, whichever comes first.
            last.say(person, audience, new Claim(false, before.at()));
            Claim tie = new Claim(!before.in(), before.at());
            return message(person, offset, body(person).membership(audience, tie));
        }
        Claim claim = new Claim(before == null || !before.in(), now);
        last.say(person, audience, claim);
        return message(person, offset, body(person).only(audience, claim));
    }

    private Message everything(Person person, long offset) {
        NativeBody body = body(person);
        last.all(person).forEach(body::membership);
        return message(person, offset, body);
    }

    private Message consent(Person person, long offset) {
        String value = random.nextInt(4) == 0 ? "y" : "n";
        return message(person, offset, body(person).consent(value, start + offset));
    }

    private NativeBody body(Person person) {
        return new NativeBody(person);
    }

    private Message message(Person person, long offset, NativeBody body) {
        Message message = new Message(offset, Message.EVENTS, person.email(), body.text());
        latest.put(person.number(), message);
        return message;
    }
}
