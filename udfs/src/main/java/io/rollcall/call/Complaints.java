package io.rollcall.call;

import io.rollcall.activation.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what is wrong in the log, once in a while and not for every call. */
public final class Complaints {

    private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<String, Long> saidAt = new ConcurrentHashMap<>();

    public Complaints(Clock clock) {
        this.clock = clock;
    }

    void say(Instance instance, String code, String what) {
        say(name(instance), code, what);
    }

    public void say(String whose, String code, String what) {
        if (due(whose + " " + code)) {
            LOG.warn("{}: {}: {}", whose, code, what);
        }
    }

    static String name(Instance instance) {
        return "Instance " + instance.name() + " (" + instance.munchkinId() + ")";
    }

    private boolean due(String complaint) {
        long now = clock.millis();
        Long before = saidAt.putIfAbsent(complaint, now);
        if (before == null) {
            return true;
        }
        return now >= before + SILENCE.toMillis() && saidAt.replace(complaint, before, now);
    }
}
