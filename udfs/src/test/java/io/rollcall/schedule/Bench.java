package io.rollcall.schedule;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.Instance;
import io.rollcall.activation.Limits;
import io.rollcall.activation.ListName;
import io.rollcall.call.Call;
import io.rollcall.call.Sent;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.Asset;
import io.rollcall.report.CallKind;
import io.rollcall.report.LeadField;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.SetUp;
import io.rollcall.report.Usage;
import io.rollcall.report.Verdict;
import io.rollcall.schedule.SchedulerStore.Space;
import io.rollcall.testing.Example;
import io.rollcall.testing.InstanceDraft;
import io.rollcall.testing.MemoryStore;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A scheduler on a work bench: the clock stands still until it is moved, and what was written into
 * the topic is read back only when the test says so.
 */
final class Bench implements InstantSource, SchedulerOutput {

    static final String INSTANCE = "123-ABC-456";
    static final String JOB = "rollcall";

    /** Early in a Chicago afternoon, far from midnight. */
    static final long START = Instant.parse("2026-11-22T18:00:00Z").toEpochMilli();

    static final Limits LIMITS = new Limits(50, 5, 25_000, 50_000, 10_000, 0.1, 10_000);

    final Limits limits;
    final SchedulerSettings settings;
    final List<Report> topic = new ArrayList<>();
    final List<Call> released = new ArrayList<>();
    final Map<String, String> held = new java.util.TreeMap<>();
    final Map<SchedulerMetric, Long> counts = new EnumMap<>(SchedulerMetric.class);
    final List<Outcome> outcomes = new ArrayList<>();
    Map<String, Pause> shown = Map.of();
    MemoryStore store = new MemoryStore();
    long now = START;
    long wakeAt;
    int readTo;
    private ActivationSet activations = new ActivationSet(List.of());
    private Scheduler scheduler;
    private int runs;
    private int flushed;
    private boolean ingests;

    Bench() {
        this(LIMITS);
    }

    Bench(Limits limits) {
        this(limits, 200);
    }

    Bench(Limits limits, int burst) {
        this(limits, burst, ImportSettings.atMost(0));
    }

    Bench(Limits limits, int burst, ImportSettings imports) {
        this(limits, burst, imports, ExtractSettings.NEVER);
    }

    Bench(ExtractSettings extracts) {
        this(LIMITS, 200, ImportSettings.atMost(0), extracts);
    }

    private Bench(Limits limits, int burst, ImportSettings imports, ExtractSettings extracts) {
        this.limits = limits;
        this.settings =
                new SchedulerSettings(
                        JOB,
                        Duration.ofMillis(250),
                        Duration.ofSeconds(10),
                        burst,
                        Example.PROBES,
                        EnumSet.allOf(ProtocolRule.class),
                        imports,
                        extracts);
        askForUsage(false);
        askForFields(false);
        boot();
    }

    /** Most tests do without Describe too: what it said before holds. */
    void askForFields(boolean asks) {
        Book book = book();
        book.pauses.remove("DESCRIBE/0");
        if (!asks) {
            book.pauses.put("DESCRIBE/0", new Pause(START * 2, "bench", 1));
        }
        book.save(store);
        Described passed = Described.of(instance(limits), List.of(), Described.none());
        store.put(Space.SET_UP, "instance", passed.encode());
    }

    /** Usage calls would stand between all others: most tests do without. */
    void askForUsage(boolean asks) {
        Book book = book();
        book.pauses.remove("USAGE/0");
        if (!asks) {
            book.pauses.put("USAGE/0", new Pause(START * 2, "bench", 1));
        }
        book.save(store);
    }

    /** A bench whose scheduler has begun and whose lists are active and have been read. */
    static Bench ready(Limits limits, long... lists) {
        Bench bench = new Bench(limits);
        bench.begin(lists);
        return bench;
    }

    static Bench ready(long... lists) {
        return ready(LIMITS, lists);
    }

    void begin(long... lists) {
        for (long list : lists) {
            ListReads.Reading read = new ListReads.Reading(new ListPage(0, null, true, 0), null);
            new ListReads(store).put(list, read);
        }
        count(1_000_000, lists);
        boot();
        activate(lists);
        readAll();
    }

    /** As many are on these lists, as their read has told. */
    void count(long size, long... lists) {
        for (long list : lists) {
            Braked brake = new Braked();
            brake.size = size;
            store.put(Space.BRAKES, Long.toString(list), brake.encode());
        }
    }

    private void boot() {
        String run = runs + "-" + Integer.toHexString(++runs);
        scheduler =
                new Scheduler(
                        List.of(instance(limits).ingesting(ingests ? "http://127.0.0.1" : null)),
                        settings,
                        run,
                        this,
                        new Random(runs));
    }

    /** Additions go by the Data Ingestion API from the next start on. */
    void ingest() {
        ingests = true;
        boot();
        sayActivations();
        readAll();
    }

    static Instance instance(Limits limits) {
        return InstanceDraft.usual().creating().limits(limits).build();
    }

    // ---- the world around the scheduler

    void activate(long... lists) {
        activations = new ActivationSet(Arrays.stream(lists).mapToObj(Bench::activation).toList());
        sayActivations();
    }

    void activateAll(Activation... all) {
        activate(List.of(all));
    }

    /** Audiences whose lists are known by name only. */
    void activateByName(ListName... names) {
        List<Activation> all =
                IntStream.range(0, names.length)
                        .mapToObj(i -> activation(i + 1).on(names[i], 0))
                        .toList();
        activate(all);
    }

    void activate(List<Activation> all) {
        activations = new ActivationSet(all);
        sayActivations();
    }

    void sayActivations() {
        wakeAt = scheduler.take(SchedulerInput.of(INSTANCE, activations), store, this);
    }

    static Activation activation(long list) {
        return new Activation(
                "a" + list, null, INSTANCE, list, Activation.Mode.MIRROR, 0, 0, null, null);
    }

    /** One activation that only rehearses. */
    void activateDryRun(long list) {
        Activation rehearsal = activation(list).handled(Activation.Handling.DRY_RUN);
        activations = new ActivationSet(List.of(rehearsal));
        sayActivations();
    }

    /** The process dies and comes back from a copy of its state taken here. */
    void restart() {
        restart(store.copy(), readTo);
    }

    /** It comes back from an earlier copy, reading the topic from where that copy stood. */
    void restart(MemoryStore copy, int position) {
        store = copy;
        readTo = position;
        boot();
        tick();
        sayActivations();
    }

    void wish(Wish wish) {
        long at = scheduler.take(SchedulerInput.of(wish), store, this);
        wakeAt = wakeAt <= now ? at : Math.min(wakeAt, at);
    }

    Figures figures() {
        return scheduler.figures(INSTANCE, store, this);
    }

    void tick() {
        wakeAt = scheduler.tick(INSTANCE, store, this);
    }

    void pass(long millis) {
        now += millis;
        tick();
    }

    /** Lets time pass as a timer service would: from one wish to be woken to the next. */
    void sleep(long millis) {
        long until = now + millis;
        while (wakeAt <= until) {
            now = Math.max(now + 1, wakeAt);
            tick();
        }
        now = until;
    }

    void readNext() {
        Report report = topic.get(readTo++);
        wakeAt = scheduler.take(SchedulerInput.of(report), store, this);
    }

    void readAll() {
        while (readTo < topic.size()) {
            readNext();
        }
    }

    /** Announces what is due, reads it back, and gives what was released since the last flush. */
    List<Call> flush() {
        pass(300);
        readAll();
        List<Call> fresh = List.copyOf(released.subList(flushed, released.size()));
        flushed = released.size();
        return fresh;
    }

    /** The one call that a flush releases. */
    Call flushOne() {
        List<Call> calls = flush();
        if (calls.size() != 1) {
            throw new AssertionError("not one call but " + calls);
        }
        return calls.get(0);
    }

    void append(Report report) {
        topic.add(report.readAt(topic.size()));
    }

    // ---- how calls end

    void done(Call call) {
        end(call, Verdict.DONE, null);
        readAll();
    }

    void refused(Call call, String code) {
        end(call, Verdict.NOT_DONE, code);
        readAll();
    }

    void perhaps(Call call) {
        end(call, Verdict.PERHAPS, "timeout");
        readAll();
    }

    void end(Call call, Verdict verdict, String code) {
        MemberStatus status = verdict == Verdict.DONE ? success(call.kind()) : MemberStatus.SENT;
        ListPage page =
                call.kind() == CallKind.READ && verdict == Verdict.DONE
                        ? new ListPage(call.page().generation(), null, true, 0)
                        : call.page();
        append(
                end(
                        call,
                        verdict,
                        code,
                        call.members().stream().map(sent -> said(sent, status)).toList(),
                        page,
                        null));
    }

    /** The call was carried out, but of each member it says this. */
    void answered(Call call, MemberStatus status, String code) {
        List<Member> members = call.members().stream().map(s -> s.report(status, code)).toList();
        append(end(call, Verdict.DONE, null, members, null, null));
        readAll();
    }

    /** A set-up call found these. */
    void found(Call call, Asset... assets) {
        setUp(call, Verdict.DONE, null, call.setUp().finding(List.of(assets)));
    }

    void described(Call call, LeadField... fields) {
        setUp(call, Verdict.DONE, null, SetUp.described(List.of(fields)));
    }

    void refusedSetUp(Call call, Verdict verdict, String code) {
        setUp(call, verdict, code, call.setUp());
    }

    private void setUp(Call call, Verdict verdict, String code, SetUp setUp) {
        append(call.ended().verdict(verdict).code(code).setUp(setUp).build());
        readAll();
    }

    void usage(Call call, long own, long total) {
        append(end(call, Verdict.DONE, null, List.of(), null, new Usage(own, total)));
        readAll();
    }

    private static Member said(Sent sent, MemberStatus status) {
        long lead = sent.lead() == 0 && status != MemberStatus.SENT ? 7 : sent.lead();
        return sent.report(lead, status, null);
    }

    private static MemberStatus success(CallKind kind) {
        return switch (kind) {
            case ADD -> MemberStatus.ADDED;
            case INGEST -> MemberStatus.ACCEPTED;
            case REMOVE -> MemberStatus.REMOVED;
            case LOOKUP -> MemberStatus.FOUND;
            default -> MemberStatus.CREATED;
        };
    }

    static Report end(
            Call call,
            Verdict verdict,
            String code,
            List<Member> members,
            ListPage page,
            Usage usage) {
        return call.ended()
                .verdict(verdict)
                .code(code)
                .members(members)
                .page(page)
                .usage(usage)
                .build();
    }

    // ---- what other runs write

    static Report begin(String run) {
        return foreign(Report.Kind.BEGIN, run, null, null, 0, List.of());
    }

    static Report announced(String run, String call, CallKind kind, long list, Member... members) {
        return foreign(Report.Kind.ANNOUNCED, run, call, kind, list, List.of(members));
    }

    private static Report foreign(
            Report.Kind kind,
            String run,
            String call,
            CallKind callKind,
            long list,
            List<Member> members) {
        return Report.of(kind, JOB, INSTANCE)
                .run(run)
                .callId(call)
                .call(callKind)
                .list(list)
                .members(members)
                .build();
    }

    // ---- wishes

    static Wish add(long list, long lead) {
        return listWish(Wish.Kind.ADD, list, lead, Lane.ADDITIONS);
    }

    static Wish remove(long list, long lead) {
        return listWish(Wish.Kind.REMOVE, list, lead, Lane.REMOVALS);
    }

    static Wish withdraw(long list, long lead) {
        return listWish(Wish.Kind.NO_LIST_WISH, list, lead, null);
    }

    static Wish listWish(Wish.Kind kind, long list, long lead, Lane lane) {
        return listWish(kind, "p" + lead, list, lead, lane, START);
    }

    static Wish listWish(
            Wish.Kind kind, String person, long list, long lead, Lane lane, long assertedAt) {
        return new Wish(
                kind, INSTANCE, person, list, lead, lane, assertedAt, -1, null, null, Map.of());
    }

    static Wish lookup(String person, Lane lane) {
        return leadWish(Wish.Kind.LOOKUP, person, lane, person + "@example.com", Map.of());
    }

    static Wish create(String person, String email) {
        return leadWish(Wish.Kind.UPSERT, person, Lane.ADDITIONS, email, Map.of());
    }

    static Wish leadWish(
            Wish.Kind kind, String person, Lane lane, String email, Map<String, String> values) {
        return new Wish(kind, INSTANCE, person, 0, 0, lane, START, -1, "email", email, values);
    }

    // ---- what is to be seen

    long counted(SchedulerMetric what) {
        return counts.getOrDefault(what, 0L);
    }

    List<Report> written(Report.Kind kind) {
        return topic.stream().filter(report -> report.kind() == kind).toList();
    }

    Book book() {
        return Book.load(store);
    }

    /** Everything is settled: nothing may be left in state but how far lists are read. */
    boolean isClean() {
        return store.size(Space.WISHES) == 0
                && store.size(Space.PAGES) == 0
                && store.size(Space.QUEUES) == 0
                && store.size(Space.CALLS) == 0
                && store.size(Space.IMPORTS) == 0;
    }

    String leftovers() {
        StringBuilder text = new StringBuilder();
        for (Space space :
                List.of(Space.WISHES, Space.PAGES, Space.QUEUES, Space.CALLS, Space.IMPORTS)) {
            store.all(space).forEach(e -> text.append(space).append(' ').append(e.getKey()));
        }
        return text.toString();
    }

    /** The scheduler of the bench's only run so far has this name. */
    static String firstRun() {
        return "1-2";
    }

    // ---- outputs

    @Override
    public void report(Report report) {
        append(report);
    }

    @Override
    public void release(Call call) {
        released.add(call);
    }

    @Override
    public void held(String instance, Map<String, String> why) {
        held.clear();
        held.putAll(why);
    }

    @Override
    public void outcome(Outcome outcome) {
        outcomes.add(outcome);
    }

    @Override
    public void pauses(String instance, Map<String, Pause> pauses) {
        shown = pauses;
    }

    @Override
    public void count(SchedulerMetric what, long by) {
        counts.merge(what, by, Long::sum);
    }

    @Override
    public long millis() {
        return now;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now);
    }
}
