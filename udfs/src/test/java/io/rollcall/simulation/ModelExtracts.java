package io.rollcall.simulation;

import io.rollcall.call.Call;
import io.rollcall.report.ListExport;
import io.rollcall.report.ListExport.Status;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Extracts as the model carries them out: some time after one is queued it looks at the list, row
 * by row while calls go on, and some time later its file is there.
 */
final class ModelExtracts {

    /** Rows that one call gives, and how long each is. */
    private static final int PAGE = 2;

    private static final int BYTES = 10;

    private final World world;
    private final ModelMarketo marketo;
    private final Map<String, Job> jobs = new TreeMap<>();

    ModelExtracts(World world, ModelMarketo marketo) {
        this.world = world;
        this.marketo = marketo;
    }

    private record Row(long lead, ModelMarketo.Lead names) {}

    private static final class Job {

        final long list;
        final List<Row> rows = new ArrayList<>();
        Status status = Status.CREATED;

        Job(long list) {
            this.list = list;
        }
    }

    ModelMarketo.Answered run(Call call) {
        ListPage page = call.page();
        return switch (call.kind()) {
            case EXTRACT_CREATE -> told(page.with(page.export().is(create(call), Status.CREATED)));
            case EXTRACT_FILE -> rows(page, jobs.get(page.export().id()));
            case EXTRACT_QUEUE -> {
                Job job = jobs.get(page.export().id());
                queue(job);
                yield told(page.with(now(page.export(), job)));
            }
            default -> told(page.with(now(page.export(), jobs.get(page.export().id()))));
        };
    }

    private static ModelMarketo.Answered told(ListPage page) {
        return new ModelMarketo.Answered(List.of(), page, null);
    }

    private String create(Call call) {
        String id = "e-" + jobs.size();
        jobs.put(id, new Job(call.list()));
        return id;
    }

    private static ListExport now(ListExport export, Job job) {
        ListExport now = export.is(export.id(), job.status);
        return job.status == Status.COMPLETED
                ? now.of((long) BYTES * job.rows.size(), job.rows.size())
                : now;
    }

    private void queue(Job job) {
        if (job.status != Status.CREATED) {
            return;
        }
        job.status = Status.QUEUED;
        long at = world.between(20, 20_000);
        for (long lead : List.copyOf(marketo.leads.keySet())) {
            at += world.between(1, 3_000);
            world.in(at, () -> look(job, lead));
        }
        world.in(at + world.between(1, 20_000), () -> finish(job));
    }

    private void look(Job job, long lead) {
        if (marketo.lists.get(job.list).contains(lead)) {
            job.rows.add(new Row(lead, marketo.leads.get(lead)));
            world.tell(() -> "extract of " + job.list + " sees " + lead);
        }
    }

    private void finish(Job job) {
        job.status = world.chance(0.1) ? Status.FAILED : Status.COMPLETED;
        world.tell(() -> "extract of " + job.list + " is " + job.status);
    }

    private static ModelMarketo.Answered rows(ListPage page, Job job) {
        ListExport export = page.export();
        int from = (int) (export.from() / BYTES);
        int next = Math.min(job.rows.size(), from + PAGE);
        List<Member> members = new ArrayList<>();
        job.rows
                .subList(from, next)
                .forEach(
                        row ->
                                row.names()
                                        .identities()
                                        .forEach(
                                                identity ->
                                                        members.add(
                                                                new Member(
                                                                        identity.key(),
                                                                        null,
                                                                        0,
                                                                        row.lead(),
                                                                        MemberStatus.PRESENT,
                                                                        null,
                                                                        List.of(),
                                                                        row.names()
                                                                                .identities()))));
        ListExport after = export.at((long) BYTES * next, next);
        boolean complete = after.from() == after.bytes();
        return new ModelMarketo.Answered(
                members, new ListPage(page.generation(), null, complete, 0, after), null);
    }
}
