package io.rollcall.schedule;

import io.rollcall.field.FieldCheck;
import io.rollcall.report.Asset;
import io.rollcall.report.CallKind;
import io.rollcall.report.Report;
import io.rollcall.report.SetUp;
import io.rollcall.report.Verdict;
import io.rollcall.schedule.SchedulerStore.Space;
import java.util.List;
import java.util.Map;

/**
 * Whether the fields and the lead partition that the configuration names are what they have to be.
 * Asked at every start; a configuration that passed before goes on meanwhile.
 */
final class InstanceSetUp {

    private static final String KEY = "instance";

    private final Desk desk;
    private final SetUps steps;
    private final Notices notices;
    private Described described;

    /** Of what is configured: asked for each queue, of which there may be thousands. */
    private final long configuration;

    /** Not in state: each start asks anew, since fields come and go. */
    private boolean heardFields;

    private boolean heardPartitions;
    private long againAt;

    InstanceSetUp(Desk desk, SetUps steps, Notices notices) {
        this.desk = desk;
        this.steps = steps;
        this.notices = notices;
        this.configuration = Described.hash(desk.instance);
        byte[] known = desk.store.get(Space.SET_UP, KEY);
        this.described = known == null ? Described.none() : Described.decode(known);
    }

    /** Whether calls of this kind must wait; removals of known leads need no field. */
    boolean holds(CallKind kind) {
        boolean waits =
                switch (kind) {
                    case LOOKUP, UPSERT, ADD, INGEST, READ, LIST_CREATE -> true;
                    default -> false;
                };
        return waits && !(described.passed() && described.configuration() == configuration);
    }

    /** The lead partition that look-ups keep to, 0 for any. */
    long partition() {
        return described.partition();
    }

    Map<String, Pause> held() {
        if (described.faults().isEmpty()) {
            return Map.of();
        }
        String why = String.join("; ", described.faults());
        return Map.of("all but removals", new Pause(Math.max(againAt, desk.now() + 1), why, 1));
    }

    OpenCall next() {
        if ((!heardFields || desk.now() >= againAt) && steps.mayAsk(CallKind.DESCRIBE, null)) {
            return steps.call(CallKind.DESCRIBE, 0, SetUp.asking(null, null));
        }
        String partition = desk.instance.leadPartition();
        boolean asks = partition != null && heardFields && !heardPartitions;
        if (asks && steps.mayAsk(CallKind.PARTITIONS, null)) {
            Asset asked = Asset.of(Asset.Type.PARTITION, partition, 0, null);
            return steps.call(CallKind.PARTITIONS, 0, SetUp.asking(null, asked));
        }
        return null;
    }

    void described(Report end) {
        if (end.verdict() != Verdict.DONE || end.setUp().fields().isEmpty()) {
            return;
        }
        heardFields = true;
        heardPartitions = false;
        List<String> faults = FieldCheck.faults(desk.instance, end.setUp().fields());
        put(Described.of(desk.instance, faults, described), end);
        desk.reports.setUp(Report.Kind.DESCRIBED, 0, SetUp.described(end.setUp().fields()));
    }

    void partitions(Report end) {
        String wanted = desk.instance.leadPartition();
        if (end.verdict() != Verdict.DONE || wanted == null) {
            return;
        }
        heardPartitions = true;
        List<Asset> found = end.setUp().found();
        long id = found.stream().filter(a -> a.name().equals(wanted)).mapToLong(Asset::id).sum();
        List<String> seen = found.stream().map(Asset::name).toList();
        String fault = "lead-partition: the API user sees no " + wanted + ", only " + seen;
        put(described.in(id, id == 0 ? List.of(fault) : List.of()), end);
    }

    private void put(Described now, Report end) {
        boolean news = !now.faults().equals(described.faults());
        long again = desk.now() + desk.settings.probes().access().toMillis();
        againAt = now.faults().isEmpty() ? Long.MAX_VALUE : again;
        described = now;
        desk.store.put(Space.SET_UP, KEY, now.encode());
        if (news) {
            notices.described(now.faults(), end);
        }
        desk.showPauses();
    }
}
