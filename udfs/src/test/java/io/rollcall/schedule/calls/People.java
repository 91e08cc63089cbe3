package io.rollcall.schedule.calls;

import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.testing.Example;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** As much of a ledger as calls depend on: what is desired and reported of whom, and who wishes. */
final class People {

    /** Told of each change that has become true, and how long that took (ms). */
    interface Applied {
        void applied(boolean in, long wait);
    }

    /** Where a person should be and is said to be, on one list. */
    private static final class Place {
        boolean desired;
        boolean reported;
        long since;
        Wish.Kind wished;
    }

    private final Map<Integer, Map<Long, Place>> places = new HashMap<>();
    private final Set<Integer> known = new HashSet<>();
    private final Set<Integer> asked = new HashSet<>();
    private final Consumer<Wish> wishes;
    private final Applied applied;
    private long readTo = -1;

    People(Consumer<Wish> wishes, Applied applied) {
        this.wishes = wishes;
        this.applied = applied;
    }

    /** Their leads are known from the beginning. */
    void know(int from, int to) {
        for (int person = from; person < to; person++) {
            known.add(person);
        }
    }

    void change(Change change, long now) {
        Place place =
                places.computeIfAbsent(change.person(), any -> new TreeMap<>())
                        .computeIfAbsent(change.list(), any -> new Place());
        place.desired = change.in();
        place.since = now;
        wish(change.person(), change.list(), place);
    }

    private void wish(int person, long list, Place place) {
        Wish.Kind wanted = wanted(place);
        if (wanted != Wish.Kind.NO_LIST_WISH && !known.contains(person)) {
            if (place.desired && asked.add(person)) {
                wishes.accept(lookup(person));
            }
        } else if (wanted != place.wished) {
            place.wished = wanted;
            wishes.accept(listWish(wanted, person, list, place.since));
        }
    }

    private static Wish.Kind wanted(Place place) {
        if (place.desired == place.reported) {
            return Wish.Kind.NO_LIST_WISH;
        }
        return place.desired ? Wish.Kind.ADD : Wish.Kind.REMOVE;
    }

    void report(Report report, long now) {
        readTo = report.offset();
        if (report.kind() == Report.Kind.ENDED && report.verdict() == Verdict.DONE) {
            for (Member member : report.members()) {
                member(report, member, now);
            }
        }
    }

    private void member(Report report, Member member, long now) {
        int person = Integer.parseInt(member.person());
        if (report.call() == CallKind.LOOKUP) {
            known.add(person);
            places.get(person).forEach((list, place) -> wish(person, list, place));
            return;
        }
        Place place = places.get(person).get(report.list());
        place.reported = report.call() == CallKind.ADD;
        place.wished = null;
        if (place.reported == place.desired) {
            place.wished = Wish.Kind.NO_LIST_WISH;
            applied.applied(place.reported, now - place.since);
        } else {
            wish(person, report.list(), place);
        }
    }

    private Wish lookup(int person) {
        String email = person + "@example.com";
        return new Wish(
                Wish.Kind.LOOKUP,
                Example.INSTANCE,
                Integer.toString(person),
                0,
                0,
                Lane.ADDITIONS,
                0,
                readTo,
                "email",
                email,
                Map.of());
    }

    private Wish listWish(Wish.Kind kind, int person, long list, long since) {
        return new Wish(
                kind,
                Example.INSTANCE,
                Integer.toString(person),
                list,
                person + 1L,
                kind == Wish.Kind.REMOVE ? Lane.REMOVALS : Lane.ADDITIONS,
                since,
                readTo,
                null,
                null,
                Map.of());
    }
}
