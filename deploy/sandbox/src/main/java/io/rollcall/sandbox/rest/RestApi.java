package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Answer;
import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Subscription;

/** Marketo's REST and identity endpoints of any subscription. */
public final class RestApi {
    private final Routes routes = new Routes();

    public Answer answer(Subscription subscription, Request request) throws InterruptedException {
        return new Visit(subscription, request, routes.find(request)).answer();
    }
}
