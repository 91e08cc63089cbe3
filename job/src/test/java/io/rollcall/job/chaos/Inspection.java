package io.rollcall.job.chaos;

import io.rollcall.sandbox.marketo.Call;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What Marketo's own log and lists say when all is over, against what the events say. It knows
 * nothing of ledger, scheduler or state.
 */
final class Inspection {

    private static final long WINDOW_MS = 20_000;
    private static final int CALLS_A_WINDOW = 50;
    private static final int CALLS_AT_A_TIME = 5;
    private static final int RECORDS_A_CALL = 300;
    private static final int RECORDS_A_REQUEST = 1_000;

    private final Town town;
    private final Hands hands;
    private final Feed feed;

    Inspection(Town town, Hands hands, Feed feed) {
        this.town = town;
        this.hands = hands;
        this.feed = feed;
    }

    /** One person and one list that are not as they should be. */
    record Deviation(String list, String email, long saidAt) {}

    /** Should be on the list and are not. */
    List<Deviation> lost() {
        return deviations((members, expected) -> difference(expected, members));
    }

    /** Are on it and should not. */
    List<Deviation> wrong() {
        return deviations(Inspection::difference);
    }

    boolean isRight() {
        return lost().isEmpty() && wrong().isEmpty();
    }

    private interface Comparison {
        Set<String> of(Set<String> members, Set<String> expected);
    }

    private List<Deviation> deviations(Comparison comparison) {
        List<Deviation> found = new ArrayList<>();
        for (Town.Target target : town.targets) {
            for (String email : comparison.of(target.members(), town.expected(target, feed))) {
                long saidAt = feed.saidAt(email, target.audience());
                found.add(new Deviation(target.toString(), email, saidAt));
            }
        }
        return found;
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        Set<String> difference = new TreeSet<>(one);
        difference.removeAll(other);
        return difference;
    }

    /** List changes that changed nothing, since all of it had been done before. */
    List<Call> duplicates() {
        return town.subscriptions.stream()
                .flatMap(marketo -> marketo.calls().all().stream())
                .filter(call -> call.executed() && call.records() > 0)
                .filter(call -> call.needless() == call.records())
                .toList();
    }

    /** In words; empty if all is well. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        for (Subscription marketo : town.subscriptions) {
            limits(marketo, broken);
            leads(marketo, broken);
        }
        return broken;
    }

    private static void limits(Subscription marketo, List<String> broken) {
        List<Call> calls =
                marketo.calls().all().stream().filter(c -> c.kind() != CallKind.TOKEN).toList();
        Deque<Long> window = new ArrayDeque<>();
        int most = 0;
        // Refused at the door for its token: Marketo does not count it.
        for (Call call : calls.stream().filter(call -> call.concurrency() > 0).toList()) {
            window.addLast(call.arrivedAt());
            while (window.peekFirst() <= call.arrivedAt() - WINDOW_MS) {
                window.removeFirst();
            }
            most = Math.max(most, window.size());
        }
        say(most > CALLS_A_WINDOW, broken, marketo, most + " calls within 20 s");
        int atATime = calls.stream().mapToInt(Call::concurrency).max().orElse(0);
        say(atATime > CALLS_AT_A_TIME, broken, marketo, atATime + " calls at a time");
        records(calls, broken, marketo);
        say(calls.isEmpty(), broken, marketo, "no call at all");
    }

    private static void records(List<Call> calls, List<String> broken, Subscription marketo) {
        int ingested = most(calls, call -> call.kind() == CallKind.INGEST);
        say(ingested > RECORDS_A_REQUEST, broken, marketo, ingested + " records in a request");
        int records = most(calls, call -> call.kind() != CallKind.INGEST);
        say(records > RECORDS_A_CALL, broken, marketo, records + " records in a call");
        boolean ingests = marketo.munchkinId().equals(Town.INGESTING);
        CallKind never = ingests ? CallKind.LIST_ADD : CallKind.INGEST;
        say(most(calls, call -> call.kind() == never) > 0, broken, marketo, never + " was called");
        say(ingests && ingested == 0, broken, marketo, "nobody was ingested");
    }

    private static int most(List<Call> calls, Predicate<Call> ofKind) {
        return calls.stream().filter(ofKind).mapToInt(Call::records).max().orElse(0);
    }

    private void leads(Subscription marketo, List<String> broken) {
        for (Map.Entry<String, int[]> shared : marketo.leads().duplicates().entrySet()) {
            boolean byHand = hands.isDoubled(marketo, shared.getKey());
            int most = byHand ? 2 : 1;
            say(
                    shared.getValue().length > most,
                    broken,
                    marketo,
                    shared.getKey() + " has " + shared.getValue().length + " leads");
        }
        for (String erased : town.erased) {
            String[] parts = erased.split(" ");
            say(
                    parts[0].equals(marketo.munchkinId())
                            && !marketo.leads().byEmail(parts[1]).isEmpty(),
                    broken,
                    marketo,
                    parts[1] + " was deleted and is back");
        }
        boolean creates = marketo.munchkinId().equals(Town.CREATING);
        int made = marketo.leads().created() - hands.made(marketo);
        say(!creates && made != 0, broken, marketo, made + " leads created under match-only");
    }

    private static void say(
            boolean wrong, List<String> broken, Subscription marketo, String words) {
        if (wrong) {
            broken.add(marketo.munchkinId() + ": " + words);
        }
    }
}
