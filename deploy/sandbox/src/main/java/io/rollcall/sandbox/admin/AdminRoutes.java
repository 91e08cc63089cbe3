package io.rollcall.sandbox.admin;

import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be asked of and done to one subscription. */
final class AdminRoutes {
    private final List<Entry> entries = new ArrayList<>();

    /** Something to do, with something to say about it. */
    private interface Action {
        Object on(Subscription subscription, AdminRequest request);
    }

    private record Entry(String method, Pattern path, Action action) {}

    AdminRoutes() {
        settings();
        lists();
        leads();
        faultsAndCalls();
    }

    private void settings() {
        add("GET ", (subscription, request) -> StatusView.of(subscription));
        add("POST /limits", Settings::limits);
        add("POST /latency", Settings::latency);
        add("POST /imports", Settings::imports);
        add("POST /ingestion", Settings::ingestion);
        add("POST /exports", Settings::exports);
        add("POST /clock", Settings::clock);
        add("POST /token", Settings::token);
        add("POST /usage", Settings::usage);
        add("POST /paging-tokens/expire", Settings::expirePagingTokens);
        add("POST /reset", Settings::reset);
    }

    private void lists() {
        add("GET /lists", ListAdmin::all);
        add("POST /lists", ListAdmin::create);
        add("DELETE /lists/{id}", ListAdmin::delete);
        add("POST /lists/{id}/importing", ListAdmin::importing);
        add("GET /lists/{id}/members", ListAdmin::members);
        add("POST /lists/{id}/members", ListAdmin::put);
        add("POST /lists/{id}/members/remove", ListAdmin::take);
    }

    private void leads() {
        add("GET /leads", LeadAdmin::find);
        add("POST /leads", LeadAdmin::create);
        add("POST /leads/delete", LeadAdmin::delete);
        add("POST /leads/merge", LeadAdmin::merge);
        add("GET /leads/duplicates", LeadAdmin::duplicates);
    }

    private void faultsAndCalls() {
        add("GET /faults", FaultAdmin::inForce);
        add("POST /faults", FaultAdmin::add);
        add("DELETE /faults", FaultAdmin::clear);
        add("DELETE /faults/{id}", FaultAdmin::remove);
        add("GET /calls", CallAdmin::calls);
    }

    private void add(String endpoint, Action action) {
        String[] parts = endpoint.split(" ", 2);
        Pattern path = Pattern.compile(parts[1].replace("{id}", "(\\d{1,18})"));
        entries.add(new Entry(parts[0], path, action));
    }

    Object answer(Subscription subscription, Request request) {
        for (Entry entry : entries) {
            Matcher path = entry.path().matcher(request.path());
            if (path.matches() && entry.method().equals(request.method())) {
                long id = path.groupCount() == 0 ? 0 : Long.parseLong(path.group(1));
                return entry.action().on(subscription, AdminRequest.of(request, id));
            }
        }
        throw new NoSuchElementException("nothing at " + request.method() + " " + request.path());
    }
}
