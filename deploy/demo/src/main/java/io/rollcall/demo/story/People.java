package io.rollcall.demo.story;

import io.rollcall.demo.story.Person.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The population of a story. */
public final class People {

    private static final List<String> FIRST =
            List.of(
                    "Ada",
                    "Alan",
                    "Barbara",
                    "Claude",
                    "Edsger",
                    "Frances",
                    "Grace",
                    "Hedy",
                    "Jean",
                    "John",
                    "Katherine",
                    "Leslie",
                    "Margaret",
                    "Niklaus",
                    "Radia",
                    "Tony");
    private static final List<String> LAST =
            List.of(
                    "Allen",
                    "Borg",
                    "Clarke",
                    "Dijkstra",
                    "Goldberg",
                    "Hamilton",
                    "Hopper",
                    "Johnson",
                    "Knuth",
                    "Lamarr",
                    "Lamport",
                    "Lovelace",
                    "Perlman",
                    "Shannon");

    private People() {}

    public static List<Person> of(long seed, int count) {
        Random random = new Random(seed);
        List<Person> people = new ArrayList<>(count);
        for (int number = 1; number <= count; number++) {
            people.add(person(number, count, random));
        }
        return people;
    }

    private static Person person(int number, int count, Random random) {
        String first = FIRST.get(random.nextInt(FIRST.size()));
        String last = LAST.get(random.nextInt(LAST.size()));
        String email =
                (first + "." + last + "." + number + "@example.com").toLowerCase(Locale.ROOT);
        return new Person(number, email, ecid(random), first, last, voice(number, count));
    }

    /** Three quarters native, the rest by halves. */
    private static Voice voice(int number, int count) {
        if (number <= count - count / 4) {
            return Voice.NATIVE;
        }
        return number <= count - count / 8 ? Voice.PROFILE : Voice.DEVICE;
    }

    private static String ecid(Random random) {
        StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
        while (digits.length() < 38) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
