package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.List;
import java.util.Map;

/** Add to, remove from, ask about and read one static list. */
record ListMembers(long listId) {

    Operation.Work add(Subscription subscription, Request request) throws Refusal {
        return change(
                subscription,
                request,
                new Change(
                        CallKind.LIST_ADD,
                        (list, lead) -> {
                            list.add(lead.id());
                            return "added";
                        }));
    }

    Operation.Work remove(Subscription subscription, Request request) throws Refusal {
        return change(
                subscription,
                request,
                new Change(
                        CallKind.LIST_REMOVE,
                        (list, lead) -> {
                            if (!list.remove(lead.id())) {
                                throw new Refusal("1015", "Lead not in list");
                            }
                            return "removed";
                        }));
    }

    Operation.Work isMember(Subscription subscription, Request request) throws Refusal {
        return change(
                subscription,
                request,
                new Change(
                        CallKind.LIST_READ,
                        (list, lead) -> list.contains(lead.id()) ? "memberof" : "notmemberof"));
    }

    private record Change(CallKind kind, Verb verb) {}

    private interface Verb {
        String on(StaticList list, Lead lead) throws Refusal;
    }

    private Operation.Work change(Subscription subscription, Request request, Change change)
            throws Refusal {
        List<Long> ids = LeadIds.of(request);
        return new Operation.Work(
                ids.size(),
                () -> {
                    StaticList list = open(subscription, change.kind());
                    int needless = needless(change.kind(), list, ids);
                    return Reply.result(
                                    ids.stream()
                                            .map(id -> one(subscription, change, list, id))
                                            .toList())
                            .needless(needless);
                });
    }

    private static int needless(CallKind kind, StaticList list, List<Long> ids) {
        return kind == CallKind.LIST_READ
                ? 0
                : (int)
                        ids.stream()
                                .filter(id -> list.contains(id) == (kind == CallKind.LIST_ADD))
                                .count();
    }

    private StaticList open(Subscription subscription, CallKind kind) throws Refusal {
        StaticList list = subscription.lists().known(listId);
        if (list.importing() && kind != CallKind.LIST_READ) {
            throw new Refusal("1019", "Import in progress");
        }
        return list;
    }

    private static Map<String, Object> one(
            Subscription subscription, Change change, StaticList list, long id) {
        try {
            Lead lead = subscription.leads().get(id).orElseThrow(RecordStatus::noLead);
            subscription.faults().onRecord(change.kind(), list.id(), lead);
            return RecordStatus.done(id, change.verb().on(list, lead));
        } catch (Refusal refusal) {
            return RecordStatus.skipped(id, refusal);
        }
    }

    Operation.Work read(Subscription subscription, Request request) throws Refusal {
        LeadView view = LeadView.of(subscription, request.params().list("fields"));
        Page page = Page.of(subscription, request);
        return Operation.Work.of(
                () -> {
                    StaticList list = subscription.lists().known(listId);
                    List<Long> ids = list.members(page.start(), page.size() + 1);
                    return shown(view, page, ids);
                });
    }

    /** One member more than asked for tells where the next page begins. */
    private static Reply shown(LeadView view, Page page, List<Long> ids) {
        List<Map<String, Object>> leads =
                ids.stream()
                        .limit(page.size())
                        .flatMap(id -> view.subscription().leads().get(id).stream())
                        .map(view::show)
                        .toList();
        return ids.size() > page.size()
                ? page.reply(leads, ids.get(page.size()))
                : Reply.result(leads);
    }
}
