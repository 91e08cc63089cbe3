package io.rollcall.sandbox.admin;

import io.rollcall.sandbox.marketo.Call;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The call log: the latest calls, or all since a number, in the order of arrival. */
final class CallAdmin {
    private static final int LATEST = 50;

    private CallAdmin() {}

    static Object calls(Subscription subscription, AdminRequest request) {
        List<Call> calls =
                request.params().first("since").isPresent()
                        ? since(subscription, request.number("since", 0))
                        : subscription.calls().latest(request.number("latest", LATEST));
        return calls.stream().map(CallAdmin::view).toList();
    }

    private static List<Call> since(Subscription subscription, int number) {
        return subscription.calls().all().stream().filter(call -> call.number() > number).toList();
    }

    private static Map<String, Object> view(Call call) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", call.number());
        view.put("arrivedAt", call.arrivedAt());
        view.put("kind", call.kind().label());
        view.put("method", call.method());
        view.put("path", call.path());
        view.put("listId", call.listId());
        view.put("records", call.records());
        view.put("verdict", call.verdict());
        view.put("executed", call.executed());
        view.put("durationMillis", call.durationMillis());
        view.put("concurrency", call.concurrency());
        view.put("client", call.client());
        view.put("requestId", call.requestId());
        return view;
    }
}
