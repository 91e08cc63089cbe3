package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Delete Leads and Merge Leads. */
final class LeadRemoval {
    private static final int MOST_LOSERS = 25;

    private LeadRemoval() {}

    static Operation.Work delete(Subscription subscription, Request request) throws Refusal {
        List<Long> ids = LeadIds.of(request);
        return new Operation.Work(
                ids.size(),
                () -> Reply.result(ids.stream().map(id -> deleted(subscription, id)).toList()));
    }

    private static Map<String, Object> deleted(Subscription subscription, long id) {
        return subscription.delete(id)
                ? RecordStatus.done(id, "deleted")
                : RecordStatus.skipped(id, RecordStatus.noLead());
    }

    static Operation merge(long winner) {
        return (subscription, request) -> {
            List<Long> losers = losers(request);
            return new Operation.Work(
                    losers.size(),
                    () -> {
                        checkAll(subscription, winner, losers);
                        subscription.merge(winner, losers);
                        return Reply.done(new LinkedHashMap<>());
                    });
        };
    }

    private static List<Long> losers(Request request) throws Refusal {
        List<String> texts = new ArrayList<>(request.params().list("leadId"));
        texts.addAll(request.params().list("leadIds"));
        List<Long> losers = new ArrayList<>();
        for (String text : texts) {
            losers.add(LeadIds.number(text));
        }
        if (losers.size() > MOST_LOSERS) {
            throw new Refusal("1080", "Too many lead ids in one merge, at most " + MOST_LOSERS);
        }
        return Json.few(losers, "leadId");
    }

    private static void checkAll(Subscription subscription, long winner, List<Long> losers)
            throws Refusal {
        List<Long> all = new ArrayList<>(losers);
        all.add(winner);
        if (all.stream().distinct().count() < all.size()
                || all.stream().anyMatch(id -> subscription.leads().get(id).isEmpty())) {
            throw RecordStatus.noLead();
        }
    }
}
