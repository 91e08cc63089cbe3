package io.rollcall.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.rollcall.activation.Limits;
import io.rollcall.call.Call;
import io.rollcall.report.CallKind;
import io.rollcall.report.ImportBatch;
import io.rollcall.report.ImportBatch.Status;
import io.rollcall.report.ImportRows;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.schedule.SchedulerStore.Space;
import io.rollcall.testing.MemoryStore;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A bench whose scheduler may import, and what Marketo answers to that. */
final class ImportBench {

    /** An import costs two calls, so it pays where it saves four. */
    static final ImportSettings SETTINGS =
            new ImportSettings(2, 5_000, 400, 2, Duration.ZERO, Duration.ZERO);

    /** So many additions, and so many creations, that an import pays. */
    static final int ADDITIONS = 1_000;

    static final int CREATIONS = 400;

    private static final int MOST_CALLS = 200;

    final Bench bench;

    /** Who is on which list at Marketo: {@code <list>/<lead or address>}. */
    final Set<String> onLists = new TreeSet<>();

    /** Rows that Marketo refuses. */
    private List<Long> failing = List.of();

    private final Map<Long, Call> begun = new HashMap<>();
    private int seen;

    private ImportBench(Bench bench, long... lists) {
        this.bench = bench;
        bench.begin(lists);
        seen = bench.released.size();
    }

    static ImportBench ready(long... lists) {
        return with(SETTINGS, lists);
    }

    static ImportBench with(ImportSettings settings, long... lists) {
        return with(settings, Bench.LIMITS, lists);
    }

    static ImportBench with(ImportSettings settings, Limits limits, long... lists) {
        return new ImportBench(new Bench(limits, 200, settings), lists);
    }

    // ---- what is wished

    /** Leads 1, 2, 3 … are to join this list. */
    ImportBench additions(long list, int people) {
        IntStream.rangeClosed(1, people).forEach(lead -> bench.wish(Bench.add(list, lead)));
        return this;
    }

    /** People without a lead are to join this list. */
    ImportBench creations(long list, int people) {
        IntStream.rangeClosed(1, people).forEach(i -> bench.wish(creation(list, i)));
        return this;
    }

    static Wish creation(long list, int person) {
        return creation(list, "p" + list + "-" + person, address(list, person));
    }

    static Wish creation(long list, String person, String email) {
        return new Wish(
                Wish.Kind.UPSERT,
                Bench.INSTANCE,
                person,
                list,
                0,
                Lane.ADDITIONS,
                Bench.START,
                -1,
                "email",
                email,
                Map.of());
    }

    static String address(long list, int person) {
        return "p" + list + "-" + person + "@example.com";
    }

    // ---- time

    /** The next call that was released and not looked at, or null after so long without any. */
    Call next(Duration patience) {
        long until = bench.now + patience.toMillis();
        while (seen == bench.released.size() && bench.now < until) {
            bench.sleep(50);
            bench.readAll();
            checkEffort();
        }
        return seen == bench.released.size() ? null : bench.released.get(seen++);
    }

    /** Whoever goes round in circles is stopped. */
    private void checkEffort() {
        if (seen > MOST_CALLS || bench.topic.size() > 10 * MOST_CALLS) {
            throw new AssertionError("so much for nothing: " + kinds());
        }
    }

    /** The next call of this kind; all that come before it are answered as well as can be. */
    Call await(CallKind kind) {
        Call call = next(Duration.ofMinutes(5));
        while (call != null && call.kind() != kind) {
            answer(call);
            call = next(Duration.ofMinutes(5));
        }
        if (call == null) {
            throw new AssertionError("no " + kind + " but " + kinds());
        }
        return call;
    }

    /** These leads are refused as rows. */
    ImportBench failing(Long... leads) {
        failing = List.of(leads);
        return this;
    }

    /** Step by step until the one import stands here, and no further. */
    ImportBench reach(Import.Phase phase) {
        for (int i = 0; i < 10_000; i++) {
            if (underWay() == 1 && only().phase == phase) {
                return this;
            }
            if (bench.readTo < bench.topic.size()) {
                bench.readNext();
            } else if (seen < bench.released.size()) {
                write(bench.released.get(seen++));
            } else {
                bench.pass(Math.max(1, bench.wakeAt - bench.now));
            }
        }
        throw new AssertionError("never " + phase + ", but " + kinds());
    }

    /** The process dies and comes back; what was released by it is not answered any more. */
    ImportBench restart() {
        return restart(bench.store.copy(), bench.readTo);
    }

    ImportBench restart(MemoryStore copy, int position) {
        bench.restart(copy, position);
        bench.readAll();
        seen = bench.released.size();
        return this;
    }

    /** Answers everything until nothing is left to do, or for three hours. */
    ImportBench settle() {
        long until = bench.now + Duration.ofHours(3).toMillis();
        while (bench.now < until) {
            Call call = next(Duration.ofSeconds(30));
            if (call != null) {
                answer(call);
            } else if (bench.isClean()) {
                break;
            }
        }
        return this;
    }

    /** Whatever was released before is never answered. */
    ImportBench forgetReleased() {
        seen = bench.released.size();
        return this;
    }

    // ---- answers

    void answer(Call call) {
        if (call.kind().isImport()) {
            write(call);
            bench.readAll();
            return;
        }
        if (call.kind() == CallKind.ADD) {
            call.members().forEach(sent -> onLists.add(call.list() + "/" + sent.lead()));
        }
        bench.done(call);
    }

    /** The answer is in the topic, where nobody has read it yet. */
    private void write(Call call) {
        ImportBatch batch =
                switch (call.kind()) {
                    case IMPORT -> takenInSilence(call);
                    case IMPORT_STATUS -> counted(call, failing.size(), 0);
                    default -> call.batch().with(new ImportRows(from(call), 0, failing));
                };
        write(call, Verdict.DONE, null, batch);
    }

    /** Marketo has it, and tells so. */
    void taken(Call call) {
        end(call, Verdict.DONE, null, takenInSilence(call));
    }

    /** Marketo has it. */
    ImportBatch takenInSilence(Call call) {
        long id = begun.size() + 1L;
        begun.put(id, call);
        return call.batch().is(id, Status.QUEUED);
    }

    void refused(Call call, String code) {
        end(call, Verdict.NOT_DONE, code, call.batch());
    }

    void lost(Call call) {
        end(call, Verdict.PERHAPS, "timeout", call.batch());
    }

    /** Its rows are on the list, but for so many that failed. */
    void complete(Call status, int failed, int warned) {
        end(status, Verdict.DONE, null, counted(status, failed, warned));
    }

    void complete(Call status) {
        complete(status, 0, 0);
    }

    private ImportBatch counted(Call status, int failed, int warned) {
        byte[] file = begun.get(status.batch().id()).file();
        int rows = (int) new String(file, StandardCharsets.UTF_8).lines().count() - 1;
        return completed(status).counting(rows - failed, failed, warned);
    }

    private ImportBatch completed(Call status) {
        Call file = begun.get(status.batch().id());
        rows(file).stream()
                .map(row -> row.getField(0))
                .filter(key -> failing.stream().noneMatch(lead -> key.equals(lead.toString())))
                .forEach(key -> onLists.add(file.list() + "/" + key));
        return status.batch().is(status.batch().id(), Status.COMPLETE);
    }

    void is(Call call, Status status) {
        end(call, Verdict.DONE, null, call.batch().is(call.batch().id(), status));
    }

    /** The rows of these keys, and where to read on. */
    void rows(Call call, int next, Long... keys) {
        ImportRows rows = new ImportRows(from(call), next, List.of(keys));
        end(call, Verdict.DONE, null, call.batch().with(rows));
    }

    private static int from(Call call) {
        return call.batch().rows().from();
    }

    void end(Call call, Verdict verdict, String code, ImportBatch batch) {
        write(call, verdict, code, batch);
        bench.readAll();
    }

    /** Into the topic, where nobody has read it yet. */
    void write(Call call, Verdict verdict, String code, ImportBatch batch) {
        bench.append(call.ended().verdict(verdict).code(code).batch(batch).build());
    }

    // ---- what is to be seen

    static List<NamedCsvRecord> rows(Call call) {
        String text = new String(call.file(), UTF_8);
        return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    }

    static List<String> column(Call call, String field) {
        return rows(call).stream().map(row -> row.getField(field)).toList();
    }

    List<CallKind> kinds() {
        return bench.released.stream().map(Call::kind).toList();
    }

    List<Call> released(CallKind kind) {
        return bench.released.stream().filter(call -> call.kind() == kind).toList();
    }

    /** The one import that is under way. */
    Import only() {
        List<Import> all = new ArrayList<>();
        bench.store.all(Space.IMPORTS).forEach(e -> all.add(ImportCodec.decode(e.getValue())));
        if (all.size() != 1) {
            throw new AssertionError("not one import but " + all.size());
        }
        return all.get(0);
    }

    int underWay() {
        return bench.store.size(Space.IMPORTS);
    }

    Held held(Wish wish) {
        byte[] stored = bench.store.get(Space.WISHES, wish.key());
        return stored == null ? null : Held.decode(Bench.INSTANCE, stored);
    }

    /** The ends of the calls of people, as the ledger reads them. */
    List<Report> told() {
        return bench.written(Report.Kind.ENDED).stream()
                .filter(end -> end.call() == CallKind.ROWS)
                .toList();
    }
}
