package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.PersonCreation;
import io.rollcall.event.AudienceEvent;
import io.rollcall.pack.Hash64;
import io.rollcall.report.CallKind;
import io.rollcall.report.LeadField;
import io.rollcall.report.ListExport;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.wish.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A ledger on the bench: one bucket, a clock to turn, and a reports topic to write into. */
final class Bench {

    static final String ADA = "email:ada@example.com";
    static final long NOW = Instant.parse("2026-11-22T15:00:00Z").toEpochMilli();

    static final ForgetKey FORGET_KEY = new ForgetKey("a key for tests");

    final Heard heard = new Heard();
    final CountedRows rows = new CountedRows();
    final Plan plan;
    long now = NOW;
    private final Ledger ledger;
    private long offset = 100;

    private Bench(Instance instance, ForgetKey key) {
        plan = new Plan(List.of(instance));
        ledger = new Ledger(plan, Setup.SETTINGS, clock(), heard, key);
    }

    static Bench with(Activation... activations) {
        return on(Setup.instance(PersonCreation.MATCH_ONLY), activations);
    }

    static Bench creating(Activation... activations) {
        return on(Setup.instance(PersonCreation.MATCH_AND_CREATE), activations);
    }

    /** All fields are plain texts, and Marketo has said so. */
    static Bench on(Instance instance, Activation... activations) {
        Bench bench = undescribed(instance, activations);
        bench.describe(
                instance.mapping().stream()
                        .map(m -> new LeadField(m.target(), "string", 255, true, false, List.of()))
                        .toArray(LeadField[]::new));
        return bench;
    }

    static Bench forgettingNobody(Activation... activations) {
        Bench bench = new Bench(Setup.instance(PersonCreation.MATCH_ONLY), null);
        bench.activate(activations);
        return bench;
    }

    /** Marketo has not told yet what its fields are like. */
    static Bench undescribed(Instance instance, Activation... activations) {
        Bench bench = new Bench(instance, FORGET_KEY);
        bench.activate(activations);
        return bench;
    }

    Bench describe(LeadField... fields) {
        plan.described(new Fields(Setup.INSTANCE, List.of(fields)));
        return this;
    }

    private InstantSource clock() {
        return () -> Instant.ofEpochMilli(now);
    }

    void activate(Activation... activations) {
        plan.activate(new ActivationSet(List.of(activations)));
    }

    /** Takes it in, and forgets what was heard before. */
    Bench hear(Told told) {
        return hear(told.event());
    }

    Bench hear(AudienceEvent event) {
        heard.clear();
        ledger.take(Bundled.alone(event), rows);
        return this;
    }

    Bench take(LedgerInput input) {
        heard.clear();
        ledger.take(input, rows);
        return this;
    }

    Bench sweep() {
        heard.clear();
        ledger.take(LedgerInput.sweep(0), rows);
        return this;
    }

    Bench after(Duration time) {
        now += time.toMillis();
        return this;
    }

    /** An announcement: its offset is the call's sequence. */
    long announced() {
        return offset++;
    }

    /** Offset of the newest report. */
    long newest() {
        return offset - 1;
    }

    Bench ended(CallKind call, long list, Member member) {
        return ended(call, list, announced(), Verdict.DONE, member);
    }

    Bench ended(CallKind call, long list, long sequence, Verdict verdict, Member member) {
        return read(report(call, list, sequence, verdict, null, member));
    }

    Bench found(long lead, Long... others) {
        return ended(CallKind.LOOKUP, 0, lookup(lead, MemberStatus.FOUND, null, others));
    }

    Bench notFound() {
        return ended(CallKind.LOOKUP, 0, lookup(0, MemberStatus.NOT_FOUND, null));
    }

    Bench added(long list, long lead) {
        return ended(CallKind.ADD, list, onList(lead, MemberStatus.ADDED, null));
    }

    Bench removed(long list, long lead) {
        return ended(CallKind.REMOVE, list, onList(lead, MemberStatus.REMOVED, null));
    }

    Bench refused(CallKind call, long list, long lead, String code) {
        return ended(call, list, onList(lead, MemberStatus.SKIPPED, code));
    }

    /** Marketo refuses the person, not the place on a list. */
    Bench refusedLead(String code) {
        return ended(CallKind.LOOKUP, 0, lookup(0, MemberStatus.SKIPPED, code));
    }

    Bench perhaps(CallKind call, long list, long lead) {
        Member sent = onList(lead, MemberStatus.SENT, null);
        return ended(call, list, announced(), Verdict.PERHAPS, sent);
    }

    /** One page of a read that holds this lead. */
    Bench page(long list, long generation, long lead) {
        return present(ADA, list, generation, lead);
    }

    Bench present(String person, long list, long generation, long lead) {
        Member present = Member.onList(person, lead, MemberStatus.PRESENT, null);
        ListPage page = new ListPage(generation, null, true, 0);
        long sequence = announced();
        return read(report(CallKind.READ, list, sequence, Verdict.DONE, page, present));
    }

    /** Rows of an extract that hold this lead. */
    Bench extracted(long list, long generation, long lead) {
        Member present = onList(lead, MemberStatus.PRESENT, null);
        ListPage page = new ListPage(generation, null, true, 0, ListExport.NEW);
        long sequence = announced();
        return read(report(CallKind.EXTRACT_FILE, list, sequence, Verdict.DONE, page, present));
    }

    Bench readToTheEnd(long list, long generation) {
        plan.read(new ListRead(Setup.INSTANCE, list, generation, true));
        return this;
    }

    /** A call about gold that ended then, and is read of now. */
    Bench endedAt(long at, CallKind call, Member member) {
        Report ended = report(call, Setup.GOLD, announced(), Verdict.DONE, null, member);
        return readAsOf(at, ended);
    }

    Bench read(Report report) {
        return readAsOf(now, report);
    }

    private Bench readAsOf(long at, Report report) {
        heard.clear();
        Consumer<LedgerInput> toLedger = input -> ledger.take(input, rows);
        boolean ended = report.kind() == Report.Kind.ENDED;
        Report then = ended ? report.but().at(at).build() : report;
        LedgerInput.split(then.readAt(offset++), toLedger);
        return this;
    }

    static Member onList(long lead, MemberStatus status, String code) {
        return Member.onList(ADA, lead, status, code);
    }

    static Member lookup(long lead, MemberStatus status, String code, Long... others) {
        return new Member(ADA, "email", 0, lead, status, code, List.of(others), List.of());
    }

    static Member byId(long lead, MemberStatus status, String code) {
        return new Member(ADA, "id", 0, lead, status, code, List.of(), List.of());
    }

    /** An update that was carried out: as the caller does, its report names what it wrote. */
    static Member updated(long lead, Map<String, String> values) {
        return new Member(
                ADA,
                "id",
                0,
                lead,
                MemberStatus.UPDATED,
                null,
                List.of(),
                List.of(),
                Hash64.ofValues(values));
    }

    static Report report(
            CallKind call,
            long list,
            long sequence,
            Verdict verdict,
            ListPage page,
            Member... members) {
        return Report.of(Report.Kind.ENDED, "rollcall", Setup.INSTANCE)
                .run("0-run")
                .callId("call-" + sequence)
                .call(call)
                .list(list)
                .sequence(sequence)
                .at(NOW)
                .verdict(verdict)
                .members(List.of(members))
                .page(page)
                .build();
    }

    Row row() {
        byte[] bytes = rows.rows.get(ADA);
        return bytes == null ? null : RowCodec.decode(bytes);
    }

    InstanceRow lead() {
        return row().instance(Setup.INSTANCE);
    }

    ListRow list(long list) {
        return lead().list(list);
    }

    /** Ada's lead is known and she is on the list, as she should be. */
    Bench onGold(long lead) {
        return hear(Told.of(ADA).in("gold", NOW - 1_000)).found(lead).added(Setup.GOLD, lead);
    }

    List<Wish.Kind> wished() {
        return heard.wishes.stream().map(Wish::kind).toList();
    }

    Wish wish() {
        return heard.wishes.get(heard.wishes.size() - 1);
    }
}
