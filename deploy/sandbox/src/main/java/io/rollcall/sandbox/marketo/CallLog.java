package io.rollcall.sandbox.marketo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** The latest calls and the totals of all of them. */
public final class CallLog {
    private static final int KEPT = 200_000;

    private final AtomicLong numbers = new AtomicLong();
    private final Deque<Call> calls = new ArrayDeque<>();
    private final Map<String, Map<String, Integer>> totals = new TreeMap<>();

    /** Calls are numbered as they arrive and logged as they end. */
    public long nextNumber() {
        return numbers.incrementAndGet();
    }

    public synchronized void add(Call call) {
        calls.addLast(call);
        if (calls.size() > KEPT) {
            calls.removeFirst();
        }
        totals.computeIfAbsent(call.kind().label(), kind -> new TreeMap<>())
                .merge(call.verdict(), 1, Integer::sum);
    }

    /** In the order of arrival. */
    public synchronized List<Call> all() {
        return calls.stream().sorted(Comparator.comparingLong(Call::number)).toList();
    }

    public List<Call> of(CallKind kind) {
        return all().stream().filter(call -> call.kind() == kind).toList();
    }

    public long count(Predicate<Call> matching) {
        return all().stream().filter(matching).count();
    }

    /** The latest to end, newest first. */
    public synchronized List<Call> latest(int howMany) {
        List<Call> latest = new ArrayList<>(howMany);
        Iterator<Call> newest = calls.descendingIterator();
        while (newest.hasNext() && latest.size() < howMany) {
            latest.add(newest.next());
        }
        return latest;
    }

    /** Numbers of calls by kind and, within, by verdict. */
    public synchronized Map<String, Map<String, Integer>> totals() {
        Map<String, Map<String, Integer>> copy = new TreeMap<>();
        totals.forEach((kind, verdicts) -> copy.put(kind, new TreeMap<>(verdicts)));
        return copy;
    }

    public synchronized void reset() {
        calls.clear();
        totals.clear();
    }
}
