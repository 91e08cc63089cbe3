package io.rollcall.ledger;

import io.rollcall.activation.Instance;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.Report;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tests outside this package may see of rows, to hold the scheduler's rules against them. */
public final class RowView {

    private RowView() {}

    /** The wishes that a row believes to be out, by key. */
    public static Map<String, Wish.Kind> wishesOut(String person, byte[] bytes) {
        Map<String, Wish.Kind> out = new TreeMap<>();
        for (InstanceRow instance : RowCodec.decode(bytes).instances) {
            if (instance.wish != null) {
                out.put(Wish.leadKey(person), instance.wish);
            }
            for (ListRow list : instance.lists) {
                if (list.wish != null) {
                    out.put(Wish.listKey(list.list, instance.lead), list.wish);
                }
                list.others.stream()
                        .filter(OtherLead::wished)
                        .map(other -> Wish.listKey(list.list, other.lead()))
                        .forEach(key -> out.put(key, Wish.Kind.REMOVE));
            }
        }
        return out;
    }

    /** Whether Marketo lost a lead of this person that has not been found again. */
    public static boolean wasLost(byte[] bytes) {
        return RowCodec.decode(bytes).instances.stream().anyMatch(InstanceRow::wasLost);
    }

    /** Whether the ledger takes this end for the end of this wish. */
    public static boolean settles(Report ended, Member member, Wish wish) {
        Row row = Row.of(wish.person());
        InstanceRow instance = row.instanceOrNew(wish.instance());
        Said said = new Said(wish.person(), row, Bench.NOW, new Heard());
        MemberReport report = MemberReport.of(ended, member);
        if (ended.call() == CallKind.ROWS) {
            return settlesImported(report, wish, said);
        }
        if (wish.kind().aboutList()) {
            ListRow list = instance.listOrNew(wish.list());
            list.seen = wish.asOf();
            list.wished(wish.kind(), Lane.ADDITIONS);
            return ListFacts.settle(report, list, said);
        }
        instance.wish = wish.kind();
        instance.asOf = wish.asOf();
        return LeadSettlement.of(report, instance, said).wish();
    }

    private static boolean settlesImported(MemberReport report, Wish wish, Said said) {
        InstanceRow instance = said.row.instanceOrNew(wish.instance());
        ListRow list = instance.listOrNew(report.list());
        instance.lead = report.member().lead();
        instance.wish = wish.kind().aboutList() ? null : wish.kind();
        instance.asOf = wish.asOf();
        list.seen = wish.asOf();
        if (wish.kind().aboutList()) {
            list.wished(wish.kind(), Lane.ADDITIONS);
        }
        Plan plan = new Plan(List.of(Setup.instance(Instance.PersonCreation.MATCH_AND_CREATE)));
        if (report.member().lead() == 0) {
            new ImportFacts(plan).apply(report, said);
        } else {
            Notes notes = new Notes(Setup.SETTINGS, Clock.systemUTC(), new Heard());
            new ListFacts(plan, notes, Setup.SETTINGS).apply(report.as(CallKind.ADD), said);
        }
        return instance.wish == null && list.wish == null;
    }

    /** Whether the ledger takes this end for the end of the wished removal of a further lead. */
    public static boolean settlesOther(Report ended, Member member, Wish wish) {
        Row row = Row.of(wish.person());
        InstanceRow instance = row.instanceOrNew(wish.instance());
        ListRow list = instance.listOrNew(wish.list());
        list.others.add(new OtherLead(wish.lead(), true, wish.asOf(), 0, 0));
        Heard heard = new Heard();
        Said said = new Said(wish.person(), row, Bench.NOW, heard);
        Notes notes = new Notes(Setup.SETTINGS, Clock.systemUTC(), heard);
        new OtherLeadFacts(MemberReport.of(ended, member), list, said, notes).apply(instance, null);
        return !heard.outcomes.isEmpty();
    }
}
