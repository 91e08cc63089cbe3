package io.rollcall.event.decode;

import io.rollcall.event.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes of one person while they are read, and their times. A message's own time holds for
 * all of them. Without one, a consent dates from the {@code time} beside it, else from {@code
 * consents.metadata.time}, and everything else from the message's arrival: when consent was last
 * given says nothing of when a name was changed.
 */
final class Attributes {

    static final int MOST = 1_000;
    static final int LONGEST_PATH = 1_024;

    private static final String CONSENTS_TIME = "consents.metadata";
    private static final String TIME = ".time";

    private final List<Attribute> found = new ArrayList<>(2);
    private boolean consents;

    void add(String path, String value) throws RefusedException {
        if (found.size() == MOST) {
            throw Refusal.TOO_MANY_ATTRIBUTES.because();
        }
        if (path.length() > LONGEST_PATH) {
            throw Refusal.TOO_LARGE.because();
        }
        Attribute attribute = new Attribute(path, value, 0);
        consents |= attribute.isConsent();
        found.add(attribute);
    }

    List<Attribute> at(long time) {
        found.replaceAll(attribute -> dated(attribute, time));
        return found;
    }

    List<Attribute> atTheirOwnTimes(Arrival arrival) throws RefusedException {
        long time = arrival.time();
        if (!consents) {
            return at(time);
        }
        Map<String, Long> times = consentTimes(arrival);
        long consentTime = times.getOrDefault(CONSENTS_TIME, time);
        found.replaceAll(
                attribute ->
                        attribute.isConsent()
                                ? dated(
                                        attribute,
                                        times.getOrDefault(above(attribute), consentTime))
                                : dated(attribute, time));
        return found;
    }

    /** By the path of the preference that each belongs to. */
    private Map<String, Long> consentTimes(Arrival arrival) throws RefusedException {
        Map<String, Long> times = new HashMap<>();
        for (Attribute attribute : found) {
            if (attribute.isConsent()
                    && attribute.path().endsWith(TIME)
                    && attribute.value() != null) {
                times.put(above(attribute), arrival.notAhead(Timestamps.parse(attribute.value())));
            }
        }
        return times;
    }

    private static String above(Attribute attribute) {
        return attribute.path().substring(0, attribute.path().lastIndexOf('.'));
    }

    private static Attribute dated(Attribute attribute, long at) {
        return new Attribute(attribute.path(), attribute.value(), at);
    }
}
