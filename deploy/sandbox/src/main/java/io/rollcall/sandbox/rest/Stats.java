package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.DayUsage;
import io.rollcall.sandbox.marketo.Subscription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Usage and errors of the day, in Central time, and of the last seven. */
final class Stats {
    private static final int WEEK = 7;

    private Stats() {}

    static Operation.Work usage(Subscription subscription, Request request) {
        return today(subscription, Stats::usageOf);
    }

    static Operation.Work errors(Subscription subscription, Request request) {
        return today(subscription, Stats::errorsOf);
    }

    static Operation.Work usageOfWeek(Subscription subscription, Request request) {
        return week(subscription, Stats::usageOf);
    }

    static Operation.Work errorsOfWeek(Subscription subscription, Request request) {
        return week(subscription, Stats::errorsOf);
    }

    private interface View extends BiFunction<LocalDate, DayUsage, Map<String, Object>> {}

    private static Operation.Work today(Subscription subscription, View view) {
        return Operation.Work.known(
                () ->
                        Reply.result(
                                List.of(
                                        view.apply(
                                                subscription.clock().today(),
                                                subscription.meter().today()))));
    }

    private static Operation.Work week(Subscription subscription, View view) {
        return Operation.Work.known(
                () -> {
                    List<Map<String, Object>> days = new ArrayList<>();
                    subscription.meter().days().forEach((day, of) -> days.add(view.apply(day, of)));
                    Collections.reverse(days);
                    return Reply.result(days.stream().limit(WEEK).toList());
                });
    }

    private static Map<String, Object> usageOf(LocalDate day, DayUsage usage) {
        return shown(day, usage.total(), "users", counts(usage.users(), "userId"));
    }

    private static Map<String, Object> errorsOf(LocalDate day, DayUsage usage) {
        int total = usage.errors().values().stream().mapToInt(Integer::intValue).sum();
        return shown(day, total, "errors", counts(usage.errors(), "errorCode"));
    }

    private static Map<String, Object> shown(
            LocalDate day, int total, String name, List<?> counts) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("date", day.toString());
        shown.put("total", total);
        shown.put(name, counts);
        return shown;
    }

    private static List<Map<String, Object>> counts(Map<String, Integer> counts, String key) {
        List<Map<String, Object>> shown = new ArrayList<>();
        counts.forEach(
                (name, count) -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put(key, name);
                    one.put("count", count);
                    shown.add(one);
                });
        return shown;
    }
}
