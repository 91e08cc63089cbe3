package io.rollcall.sandbox.marketo;

import java.util.Map;
import java.util.TreeMap;

/** What was used on one day: calls by API user, errors by code. */
public final class DayUsage {
    private final Map<String, Integer> callsByUser = new TreeMap<>();
    private final Map<String, Integer> errorsByCode = new TreeMap<>();

    synchronized void count(String user, int calls) {
        callsByUser.merge(user, calls, Integer::sum);
    }

    synchronized void error(String code) {
        errorsByCode.merge(code, 1, Integer::sum);
    }

    public synchronized int total() {
        return callsByUser.values().stream().mapToInt(Integer::intValue).sum();
    }

    public synchronized Map<String, Integer> users() {
        return new TreeMap<>(callsByUser);
    }

    public synchronized Map<String, Integer> errors() {
        return new TreeMap<>(errorsByCode);
    }
}
