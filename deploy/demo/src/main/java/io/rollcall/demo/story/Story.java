package io.rollcall.demo.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * All messages of a demo in the order in which they are due: at first what is true of everybody,
 * then a steady stream of news and repeats.
 */
public record Story(List<Person> people, List<Message> messages) {

    /** How long it takes to say what is true of everybody. */
    public static final long BACKFILL_MILLIS = 8_000;

    private static final int LIVE_MESSAGES_A_PERSON = 3;

    /** How long and by what chance. */
    public record Script(long seed, int people, Instant start, long millis) {}

    public static Story of(Script script) {
        List<Person> people = People.of(script.seed(), script.people());
        return new Story(people, messages(script, people));
    }

    private static List<Message> messages(Script script, List<Person> people) {
        Random random = new Random(script.seed() + 1);
        long start = script.start().toEpochMilli();
        NativeTraffic events = new NativeTraffic(random, start);
        AepTraffic profiles = new AepTraffic(random, start);
        List<Message> messages = new ArrayList<>(BrokenMessages.over(script.millis()));
        for (Person person : people) {
            long due = BACKFILL_MILLIS * person.number() / people.size();
            messages.add(
                    isNative(person)
                            ? events.backfill(person, due)
                            : profiles.backfill(person, due));
        }
        int live = people.size() * LIVE_MESSAGES_A_PERSON;
        for (int i = 0; i < live; i++) {
            long due = BACKFILL_MILLIS + (script.millis() - BACKFILL_MILLIS) * i / live;
            Person person = people.get(random.nextInt(people.size()));
            messages.add(isNative(person) ? events.live(person, due) : profiles.live(person, due));
        }
        messages.sort(Comparator.comparingLong(Message::offsetMillis));
        return messages;
    }

    private static boolean isNative(Person person) {
        return person.voice() == Person.Voice.NATIVE;
    }
}
