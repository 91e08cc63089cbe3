package io.rollcall.simulation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.rollcall.call.Call;
import io.rollcall.pack.Hash64;
import io.rollcall.report.CallKind;
import io.rollcall.report.ImportBatch;
import io.rollcall.report.ImportBatch.Status;
import io.rollcall.report.ImportRows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Imports as the model carries them out: row by row, somewhen, while calls go on. */
final class ModelImports {

    private static final int PAGE = 2;

    private final World world;
    private final ModelMarketo marketo;
    private final Map<Long, Job> jobs = new TreeMap<>();

    ModelImports(World world, ModelMarketo marketo) {
        this.world = world;
        this.marketo = marketo;
    }

    private static final class Job {

        final long list;
        final String field;
        final List<NamedCsvRecord> rows;
        final List<Long> failed = new ArrayList<>();
        final List<Long> warned = new ArrayList<>();
        int handled;
        Status status = Status.QUEUED;

        Job(Call call) {
            this.list = call.list();
            this.field = call.batch().field();
            String text = new String(call.file(), StandardCharsets.UTF_8);
            this.rows = CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
        }
    }

    /** Whom a row that is still to come would create. */
    Stream<String> mayStillCreate() {
        return jobs.values().stream()
                .filter(job -> job.field.equals("email"))
                .flatMap(job -> job.rows.stream().skip(job.handled))
                .map(row -> row.getField("email"));
    }

    ImportBatch run(Call call) {
        if (call.kind() == CallKind.IMPORT) {
            return begin(call);
        }
        Job job = jobs.get(call.batch().id());
        ImportBatch batch =
                call.batch()
                        .is(call.batch().id(), job.status)
                        .counting(
                                job.handled - job.failed.size(),
                                job.failed.size(),
                                job.warned.size());
        return switch (call.kind()) {
            case IMPORT_FAILURES -> batch.with(page(job.failed, call.batch().rows().from()));
            case IMPORT_WARNINGS -> batch.with(page(job.warned, call.batch().rows().from()));
            default -> batch;
        };
    }

    private static ImportRows page(List<Long> keys, int from) {
        int next = Math.min(keys.size(), from + PAGE);
        return new ImportRows(from, next == keys.size() ? 0 : next, keys.subList(from, next));
    }

    private ImportBatch begin(Call call) {
        long id = jobs.size() + 1;
        Job job = new Job(call);
        jobs.put(id, job);
        long at = world.between(20, 30_000);
        for (NamedCsvRecord row : job.rows) {
            at += world.between(1, 5_000);
            world.in(at, () -> handle(job, row));
        }
        return call.batch().is(id, Status.QUEUED);
    }

    private void handle(Job job, NamedCsvRecord row) {
        job.status = Status.IMPORTING;
        long key = key(job, row);
        Long lead = world.chance(0.1) ? null : lead(job, row);
        if (lead == null) {
            job.failed.add(key);
        } else {
            marketo.lists.get(job.list).add(lead);
            if (world.chance(0.05)) {
                job.warned.add(key);
            }
        }
        job.handled++;
        world.tell(() -> "import onto " + job.list + " did a row: " + row.getFields());
        if (job.handled == job.rows.size()) {
            job.status = world.chance(0.05) ? Status.FAILED : Status.COMPLETE;
        }
    }

    private static long key(Job job, NamedCsvRecord row) {
        String value = row.getField(job.field);
        return job.field.equals("id")
                ? Long.parseLong(value)
                : Hash64.of(job.field + "=" + value) | 1;
    }

    /** The lead of a row, made if need be; null where it fails. */
    private Long lead(Job job, NamedCsvRecord row) {
        String value = row.getField(job.field);
        if (job.field.equals("id")) {
            long id = Long.parseLong(value);
            return marketo.leads.containsKey(id) ? id : null;
        }
        List<Long> there = marketo.withEmail(value);
        if (there.size() > 1 && world.chance(0.5)) {
            return null;
        }
        long lead = there.isEmpty() ? create(value) : world.oneOf(there);
        row.findField("firstName")
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> marketo.firstNames.put(lead, name));
        return lead;
    }

    private long create(String email) {
        marketo.created.merge(email, 1, Integer::sum);
        return marketo.create(email, null);
    }
}
