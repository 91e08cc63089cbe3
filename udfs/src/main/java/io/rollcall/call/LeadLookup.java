package io.rollcall.call;

import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.Duplicates;
import io.rollcall.event.Identity;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Get Leads by Filter Type: who among these is a lead, and which one. */
final class LeadLookup implements Endpoint {

    static final int PAGE = 300;
    private static final int MAX_OTHERS = 10;

    /** Found, but only in lead partitions that are none of ours. */
    private static final String OTHER_PARTITION = "other-partition";

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        LookupValues values = LookupValues.of(call, instance);
        Form query =
                new Form()
                        .add("filterType", values.field())
                        .add("filterValues", String.join(",", wire(values)))
                        .add("fields", fields(call, instance))
                        .add("batchSize", PAGE);
        return new MarketoRequest("GET", "/rest/v1/leads.json", query, null);
    }

    private static String fields(Call call, Instance instance) {
        String partition = call.partition() == 0 ? "" : Lead.PARTITION + ",";
        return "id,updatedAt,createdAt,"
                + partition
                + LeadNames.fields(instance)
                + Lead.flag(instance);
    }

    private static List<String> wire(LookupValues values) {
        return values.asked().values().stream().map(same -> same.get(0).value()).sorted().toList();
    }

    @Override
    public End nobody(Asked asked, Answer answer) {
        return read(asked, answer.withNobody());
    }

    @Override
    public End read(Asked asked, Answer answer) {
        LookupValues values = LookupValues.of(asked.call(), asked.instance());
        Matches matches = Matches.of(values, answer, asked);
        return End.done(
                answer.requestId(), asked.call().members().stream().map(matches::member).toList());
    }

    /** {@code complete} when the answer holds all leads there are, and none that is unaccounted. */
    private record Matches(
            LookupValues values,
            Map<String, List<Lead>> leads,
            boolean more,
            boolean complete,
            Duplicates policy,
            long partition) {

        static Matches of(LookupValues values, Answer answer, Asked asked) {
            Duplicates policy = asked.instance().duplicates();
            List<Lead> all =
                    StreamSupport.stream(answer.result().spliterator(), false)
                            .map(node -> Lead.of(node, values.field(), asked.instance()))
                            .sorted(Lead.by(policy))
                            .toList();
            Map<String, List<Lead>> matched =
                    all.stream()
                            .filter(lead -> lead.id() > 0)
                            .collect(Collectors.groupingBy(l -> values.normal(l.value())));
            boolean strays =
                    all.stream()
                            .anyMatch(
                                    l ->
                                            l.id() <= 0
                                                    || !values.asked()
                                                            .containsKey(values.normal(l.value())));
            boolean more = answer.hasMore();
            return new Matches(
                    values, matched, more, !more && !strays, policy, asked.call().partition());
        }

        Member member(Sent sent) {
            if (!LookupValues.searchable(sent)) {
                return sent.report(0, MemberStatus.SKIPPED, "not-searchable");
            }
            List<Lead> found = leads.getOrDefault(values.normal(sent.value()), List.of());
            if (more && values.asked().size() == 1) {
                // Asked alone it still overflows: a smaller call cannot be made.
                return several(sent, found, "1003");
            }
            if (found.isEmpty() || more && policy == Duplicates.SKIP) {
                return sent.report(0, absent(), null);
            }
            List<Lead> near = found.stream().filter(lead -> lead.isIn(partition)).toList();
            if (near.isEmpty()) {
                return several(sent, found, OTHER_PARTITION);
            }
            return near.size() > 1 && policy == Duplicates.SKIP
                    ? several(sent, found, "1007")
                    : found(sent, near, found);
        }

        private MemberStatus absent() {
            return complete ? MemberStatus.NOT_FOUND : MemberStatus.UNDECIDED;
        }

        /** The others leave lists with the chosen one, also those of other partitions. */
        private static Member found(Sent sent, List<Lead> near, List<Lead> all) {
            Member member =
                    sent.report(near.get(0).id(), MemberStatus.FOUND, near.get(0).refusal());
            Stream<Lead> others = all.stream().filter(lead -> lead != near.get(0));
            return withOthers(member, others, near.get(0).names());
        }

        /** None is chosen, yet a removal must reach them all. */
        private static Member several(Sent sent, List<Lead> leads, String code) {
            return withOthers(
                    sent.report(0, MemberStatus.SKIPPED, code), leads.stream(), List.of());
        }

        private static Member withOthers(Member member, Stream<Lead> others, List<Identity> names) {
            List<Long> ids = others.map(Lead::id).distinct().limit(MAX_OTHERS).toList();
            return new Member(
                    member.person(),
                    member.field(),
                    member.valueHash(),
                    member.lead(),
                    member.status(),
                    member.code(),
                    ids,
                    names);
        }
    }
}
