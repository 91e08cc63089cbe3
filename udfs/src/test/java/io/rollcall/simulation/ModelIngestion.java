package io.rollcall.simulation;

import io.rollcall.call.Sent;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Data Ingestion API as the model has it: it answers before it has looked at anybody, and
 * carries additions out somewhen within its hours, often again although it had done so before.
 */
final class ModelIngestion {

    /** What the job is told to reckon with: minutes for Marketo's hours. */
    static final Duration RETRIES = Duration.ofMinutes(20);

    /** A call that the client gave up on may be accepted that much later. */
    private static final long LAST_TRY = RETRIES.toMillis() - 60_000;

    private final World world;
    private final ModelMarketo marketo;
    private final Set<Long> inVain = new TreeSet<>();

    ModelIngestion(World world, ModelMarketo marketo) {
        this.world = world;
        this.marketo = marketo;
    }

    /** Whether someone was to be put on this list whose lead was gone by then: nobody is told. */
    boolean wasInVain(long list) {
        return inVain.contains(list);
    }

    Member accept(long list, Sent sent) {
        long first = world.chance(0.7) ? world.between(20, 5_000) : world.between(0, LAST_TRY);
        world.in(first, () -> carryOut(list, sent.lead()));
        for (int again = world.chance(0.4) ? 2 : 0; again > 0; again--) {
            world.in(world.between(first, LAST_TRY), () -> carryOut(list, sent.lead()));
        }
        return sent.report(MemberStatus.ACCEPTED, null);
    }

    private void carryOut(long list, long lead) {
        world.tell(() -> "ingestion puts " + lead + " onto " + list);
        if (marketo.leads.containsKey(lead)) {
            marketo.lists.get(list).add(lead);
        } else {
            inVain.add(list);
        }
    }
}
