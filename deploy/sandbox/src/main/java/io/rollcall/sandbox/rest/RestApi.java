package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Answer;
import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Subscription;

/** Marketo's REST, identity and data ingestion endpoints of any subscription. */
public final class RestApi {
    private final Routes routes = new Routes();

    public Answer answer(Subscription subscription, Request request) throws InterruptedException {
        if (IngestionVisit.isOne(request)) {
            return new IngestionVisit(subscription, request).answer();
        }
        return new Visit(subscription, request, routes.find(request)).answer();
    }
}
