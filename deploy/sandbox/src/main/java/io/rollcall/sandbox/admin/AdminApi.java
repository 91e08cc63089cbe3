package io.rollcall.sandbox.admin;

import io.rollcall.sandbox.http.Answer;
import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Subscription;
import io.rollcall.sandbox.marketo.SubscriptionSpec;
import io.rollcall.sandbox.marketo.Subscriptions;
import io.rollcall.sandbox.rest.Json;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The JSON API for whoever plays Marketo's users, its other integrations and its bad days. */
public final class AdminApi {
    public static final String PREFIX = "/admin/api";

    private static final String ROOT = "/subscriptions";

    private final AdminRoutes routes = new AdminRoutes();
    private final Subscriptions subscriptions;

    public AdminApi(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    public Answer answer(Request request) {
        try {
            return Answer.json(200, Json.bytes(done(request)));
        } catch (NoSuchElementException missing) {
            return error(404, missing);
        } catch (IllegalArgumentException wrong) {
            return error(400, wrong);
        }
    }

    private static Answer error(int status, RuntimeException error) {
        return Answer.json(status, Json.bytes(Map.of("error", String.valueOf(error.getMessage()))));
    }

    private Object done(Request request) {
        if (!request.path().startsWith(ROOT)) {
            throw new NoSuchElementException("nothing at " + request.path());
        }
        String rest = request.path().substring(ROOT.length());
        return rest.isEmpty() ? onAll(request) : onOne(request.under(ROOT), rest.split("/")[1]);
    }

    private Object onAll(Request request) {
        if (request.method().equals("POST")) {
            SubscriptionSpec spec = AdminRequest.of(request, 0).as(SubscriptionSpec.class);
            return StatusView.of(subscriptions.create(spec));
        }
        return subscriptions.all().stream().map(StatusView::of).toList();
    }

    private Object onOne(Request request, String munchkinId) {
        Optional<Subscription> subscription = subscriptions.find(munchkinId);
        Request inner = request.under("/" + munchkinId);
        if (inner.path().isEmpty() && inner.method().equals("DELETE")) {
            return Map.of("removed", subscriptions.remove(munchkinId));
        }
        return routes.answer(subscription.orElseThrow(), inner);
    }
}
