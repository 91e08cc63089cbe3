package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Field;
import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Get Leads by Filter Type, and Get Lead by Id. */
final class LeadQueries {
    private static final int MOST_LEADS = 1000;

    private LeadQueries() {}

    static Operation.Work byFilter(Subscription subscription, Request request) throws Refusal {
        List<String> values = values(request);
        Field field = field(subscription, request);
        LeadView view = LeadView.of(subscription, request.params().list("fields"));
        Page page = Page.of(subscription, request);
        return new Operation.Work(
                values.size(), () -> page.of(matching(subscription, field, values), view::show));
    }

    private static List<String> values(Request request) throws Refusal {
        return Json.few(request.params().list("filterValues"), "filterValues");
    }

    private static Field field(Subscription subscription, Request request) throws Refusal {
        String filterType = Json.few(request.params().list("filterType"), "filterType").get(0);
        return subscription.fields().searchable(filterType);
    }

    private static List<Lead> matching(Subscription subscription, Field field, List<String> values)
            throws Refusal {
        Set<Lead> leads = new LinkedHashSet<>();
        for (String value : values) {
            check(field, value);
            leads.addAll(subscription.leads().find(field.name(), value));
        }
        if (leads.size() > MOST_LEADS) {
            throw new Refusal("1003", "Too many results match the filter");
        }
        return List.copyOf(leads);
    }

    private static void check(Field field, String value) throws Refusal {
        if (field.dataType().equals("integer") && !value.matches("-?\\d{1,18}")) {
            throw new Refusal("1001", "Invalid value '" + value + "'. Required of type 'Integer'");
        }
    }

    static Operation byId(long id) {
        return (subscription, request) -> {
            LeadView view = LeadView.of(subscription, request.params().list("fields"));
            return Operation.Work.of(
                    () ->
                            Reply.result(
                                    List.of(
                                            view.show(
                                                    subscription
                                                            .leads()
                                                            .get(id)
                                                            .orElseThrow(RecordStatus::noLead)))));
        };
    }
}
