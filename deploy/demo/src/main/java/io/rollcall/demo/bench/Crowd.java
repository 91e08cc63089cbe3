package io.rollcall.demo.bench;

import io.rollcall.demo.check.Target;
import io.rollcall.demo.story.Message;
import java.time.Instant;
import java.util.List;

/** People with numbers; each belongs to one audience. */
final class Crowd {

    private final List<Target> targets;
    private final int first;

    Crowd(List<Target> targets) {
        this(targets, 0);
    }

    private Crowd(List<Target> targets, int first) {
        this.targets = targets;
        this.first = first;
    }

    /** Other people, behind so many of these. */
    Crowd after(int people) {
        return new Crowd(targets, first + people);
    }

    static String email(int number) {
        return "person-" + number + "@example.com";
    }

    Target target(int number) {
        return targets.get(number % targets.size());
    }

    /** Comes or goes, now. */
    Message message(int number, boolean in) {
        String value =
                "{\"person\":{\"email\":\""
                        + email(first + number)
                        + "\"},\"audience\":\""
                        + target(number).audience()
                        + "\",\"status\":\""
                        + (in ? "realized" : "exited")
                        + "\",\"at\":\""
                        + Instant.now()
                        + "\"}";
        return new Message(0, Message.EVENTS, email(first + number), value);
    }
}
