package io.rollcall.sandbox.marketo;

import java.util.List;

/** One Marketo subscription: its database, its limits, and what it is made to suffer. */
public final class Subscription {
    public static final String DEFAULT_PARTITION = "Default";

    private final SubscriptionSpec spec;
    private final FieldTable fields;
    private final ShiftedClock clock = new ShiftedClock();
    private final Chance chance = new Chance();
    private final Meter meter = new Meter(clock);
    private final Tokens tokens = new Tokens(clock, chance);
    private final Faults faults = new Faults(chance);
    private final CallLog calls = new CallLog();
    private final StaticLists lists = new StaticLists(clock);
    private final PagingTokens paging = new PagingTokens();
    private final Imports imports = new Imports(this);
    private final Ingestion ingestion = new Ingestion(this);
    private final Exports exports = new Exports(this);
    private final Leads leads;

    public Subscription(SubscriptionSpec spec) {
        this.spec = spec;
        this.fields = new FieldTable(spec.customFields());
        this.leads = new Leads(fields, clock, spec.partitions().get(0));
    }

    public String munchkinId() {
        return spec.munchkinId();
    }

    /** The API user that the calls are counted for. */
    public String user() {
        return spec.user();
    }

    public String clientId() {
        return spec.clientId();
    }

    public boolean isSecret(String secret) {
        return spec.clientSecret().equals(secret);
    }

    public List<String> partitions() {
        return spec.partitions();
    }

    public FieldTable fields() {
        return fields;
    }

    public Leads leads() {
        return leads;
    }

    public StaticLists lists() {
        return lists;
    }

    public Imports imports() {
        return imports;
    }

    public Ingestion ingestion() {
        return ingestion;
    }

    public Exports exports() {
        return exports;
    }

    public Meter meter() {
        return meter;
    }

    public Limits limits() {
        return meter.limits();
    }

    public void limits(Limits limits) {
        meter.limits(limits);
    }

    public void latency(Latency latency) {
        chance.latency(latency);
    }

    public Chance chance() {
        return chance;
    }

    public Tokens tokens() {
        return tokens;
    }

    public PagingTokens paging() {
        return paging;
    }

    public Faults faults() {
        return faults;
    }

    public CallLog calls() {
        return calls;
    }

    public ShiftedClock clock() {
        return clock;
    }

    /** The winner takes over list memberships, and the values it lacks. */
    public void merge(long winner, List<Long> losers) {
        for (long loser : losers) {
            lists.all().forEach(list -> handOver(list, loser, winner));
            leads.absorb(winner, loser);
        }
    }

    private static void handOver(StaticList list, long loser, long winner) {
        if (list.remove(loser)) {
            list.add(winner);
        }
    }

    /** A deleted lead is in no list any more. */
    public boolean delete(long lead) {
        lists.all().forEach(list -> list.remove(lead));
        return leads.delete(lead);
    }

    /** Forgets counts and calls, not leads, lists, limits or faults. */
    public void resetCounters() {
        meter.reset();
        calls.reset();
        leads.resetCreated();
    }
}
