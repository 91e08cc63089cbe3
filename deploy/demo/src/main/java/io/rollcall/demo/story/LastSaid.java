package io.rollcall.demo.story;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the story has said of whom last, so that it can repeat or contradict itself. */
final class LastSaid {

    record Claim(boolean in, long at) {}

    private final Map<Integer, Map<String, Claim>> claims = new HashMap<>();

    Claim of(Person person, String audience) {
        return all(person).get(audience);
    }

    /** In the order in which the audiences were first named. */
    Map<String, Claim> all(Person person) {
        return claims.computeIfAbsent(person.number(), any -> new LinkedHashMap<>());
    }

    void say(Person person, String audience, Claim claim) {
        all(person).put(audience, claim);
    }
}
