package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.List;
import java.util.function.Function;

/** Which part of a result a call asks for: from where, and how much. */
record Page(Subscription subscription, long start, int size) {

    static Page of(Subscription subscription, Request request) throws Refusal {
        String token = request.params().first("nextPageToken").orElse(null);
        long start = token == null ? 0 : subscription.paging().position(token);
        return new Page(subscription, start, size(request));
    }

    private static int size(Request request) throws Refusal {
        String asked = request.params().first("batchSize").orElse("300");
        if (!asked.matches("\\d{1,3}") || !within(Integer.parseInt(asked))) {
            throw new Refusal("1003", "Invalid value '" + asked + "' for batchSize, 1 to 300");
        }
        return Integer.parseInt(asked);
    }

    private static boolean within(int size) {
        return size >= 1 && size <= Json.MOST;
    }

    /** The page out of a whole result. */
    <T> Reply of(List<T> all, Function<T, ?> view) {
        List<?> shown = all.stream().skip(start).limit(size).map(view).toList();
        long next = start + shown.size();
        return next < all.size() ? reply(shown, next) : Reply.result(shown);
    }

    Reply reply(List<?> shown, long next) {
        return Reply.page(shown, subscription.paging().at(next));
    }
}
