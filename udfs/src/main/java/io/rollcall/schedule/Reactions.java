package io.rollcall.schedule;

import io.rollcall.marketo.ErrorLevel;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.marketo.Reaction;
import io.rollcall.report.CallKind;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the end of a call means for the calls after it: pauses with an end and a reason, and lower
 * limits. Every answer that is not success waits longer than the one before, with jitter. A call
 * that was under way when a pause began neither prolongs the next one nor lifts it: five refusals
 * of one moment are one, and what Marketo let pass before says nothing of now.
 */
final class Reactions {

    private static final long FIRST = Duration.ofSeconds(1).toMillis();
    private static final long LONGEST = Duration.ofMinutes(5).toMillis();

    /** Nothing of a pause that ended so long ago matters any more. */
    private static final long FORGOTTEN = Duration.ofHours(1).toMillis();

    /**
     * So long after our midnight a used-up quota may still be yesterday's: Marketo's clock, and the
     * moment when it begins to count anew, are not ours, and the next midnight is a day away.
     */
    private static final long LATE_RESET = Duration.ofHours(1).toMillis();

    /** A fresh token that is refused this often is not the token's fault. */
    private static final int TOKENS_IN_A_ROW = 3;

    /** The whole, and both its halves. */
    private static final int SPLITS_IN_A_ROW = 3;

    /** So many lists or kinds refused, and nothing that went well since, is no list's fault. */
    private static final int EVERYWHERE = 3;

    private final Desk desk;
    private final LoweredLimits limits;

    /** The pause of all that goes by the same API. */
    private final String everything;

    /** Counts refused tokens; it pauses nothing. */
    private final String token;

    /** By work: refusals for a record at fault since its last success. Not in state. */
    private final Map<String, Integer> splits = new HashMap<>();

    /** What was refused since anything went well. Not in state. */
    private final Set<String> refusedSince = new HashSet<>();

    Reactions(Desk desk, String everything) {
        this.desk = desk;
        this.everything = everything;
        this.token = everything + "token";
        this.limits = new LoweredLimits(desk);
    }

    static boolean halves(Report end) {
        return end.verdict() == Verdict.NOT_DONE
                && end.code() != null
                && reaction(end.code()) == Reaction.SPLIT;
    }

    private static Reaction reaction(String code) {
        return ErrorTable.verdict(code, ErrorLevel.RESPONSE).reaction();
    }

    void to(Report end, OpenCall call) {
        if (end.verdict() == Verdict.DONE) {
            wentWell(call);
        } else if (end.code() != null
                && !isOfOneNamedList(end)
                && !ExtractSteps.isOfOneExtract(end)) {
            refused(end.code(), call);
            desk.saveBook();
        }
    }

    /** What is wrong with one list's name or folder holds that list, and pauses nothing. */
    private static boolean isOfOneNamedList(Report end) {
        return end.call().isSetUp()
                && end.setUp() != null
                && end.setUp().subject() != null
                && ListSteps.isOfOneList(end);
    }

    private void wentWell(OpenCall call) {
        splits.remove(call.work());
        refusedSince.clear();
        if (lift(call.work(), call) | lift(everything, call) | lift(token, call)) {
            desk.saveBook();
        }
    }

    private boolean lift(String work, OpenCall call) {
        return desk.book.pauses.containsKey(work)
                && !wasUnderWay(call, work)
                && desk.book.pauses.remove(work) != null;
    }

    /** Whether the call was released before this pause began: during one, nothing is. */
    private boolean wasUnderWay(OpenCall call, String work) {
        Pause pause = desk.book.pauses.get(work);
        return pause != null && call.releasedAt < pause.until();
    }

    private void refused(String code, OpenCall call) {
        switch (reaction(code)) {
            case NEW_TOKEN -> newToken(code, call);
            case ACCESS -> denied(code, call);
            case COOL_DOWN, FEWER_IN_FLIGHT, UNTIL_RESET -> beyondLimit(code, call);
            case LIST_GONE -> {
                if (call.batch == null || call.kind == CallKind.IMPORT) {
                    gone(code, call);
                } else {
                    again(code, call);
                }
            }
            case SPLIT -> split(code, call);
            default -> again(code, call);
        }
    }

    private void gone(String code, OpenCall call) {
        boolean news = !desk.book.pauses.containsKey(call.work());
        pause(call.work(), desk.settings.probes().list().toMillis(), code, call);
        if (news) {
            desk.setUps.lists.gone(call.list);
        }
    }

    private long accessProbe() {
        return desk.settings.probes().access().toMillis();
    }

    private void newToken(String code, OpenCall call) {
        if (!wasUnderWay(call, token)) {
            pause(token, 0, code, call);
            if (tries(token) >= TOKENS_IN_A_ROW) {
                pause(everything, accessProbe(), code, call);
            }
        }
    }

    private void denied(String code, OpenCall call) {
        pause(call.work(), accessProbe(), code, call);
        if (everywhere(call)) {
            pause(everything, accessProbe(), code, call);
        }
    }

    private boolean everywhere(OpenCall call) {
        refusedSince.add(call.list == 0 ? call.kind.name() : Long.toString(call.list));
        return refusedSince.size() >= EVERYWHERE;
    }

    /** Nobody says when the Data Ingestion API counts anew: it is asked now and then. */
    private void beyondLimit(String code, OpenCall call) {
        if (call.kind == CallKind.INGEST) {
            pause(everything, accessProbe(), code, call);
            return;
        }
        switch (reaction(code)) {
            case COOL_DOWN -> coolDown(code, call);
            case FEWER_IN_FLIGHT -> fewer(code, call);
            default -> untilReset(code, call);
        }
    }

    private void coolDown(String code, OpenCall call) {
        limits.fewerPermits(call);
        pause(everything, SchedulerSettings.WINDOW_MS, code, call);
    }

    private void fewer(String code, OpenCall call) {
        limits.fewerInFlight(call);
        pause(everything, jittered(FIRST), code, call);
    }

    private void untilReset(String code, OpenCall call) {
        long now = desk.now();
        if (Day.of(call.releasedAt - LATE_RESET) == Day.of(now)) {
            long wait = Day.endOf(Day.of(now)) - now + jittered(FIRST);
            pause(everything, wait, code, call);
        } else {
            again(code, call);
        }
    }

    /** One that is known to be refused alone proves nothing about the others. */
    private void split(String code, OpenCall call) {
        boolean knownAlone = call.members.size() == 1 && call.tries() > 0;
        if (!knownAlone && splits.merge(call.work(), 1, Integer::sum) >= SPLITS_IN_A_ROW) {
            pause(call.work(), LONGEST, code, call);
        }
    }

    private void again(String code, OpenCall call) {
        if (call.kind != CallKind.IMPORT && desk.imports.explain(code, call.list)) {
            pause(call.work(), LONGEST, code, call);
            return;
        }
        again(call.work(), code, call);
        if (everywhere(call)) {
            again(everything, code, call);
        }
    }

    private void again(String work, String code, OpenCall call) {
        int tries = tries(work) + (wasUnderWay(call, work) ? 0 : 1);
        pause(work, jittered(Math.min(FIRST << Math.min(tries, 10), LONGEST)), code, call);
    }

    private int tries(String work) {
        Pause pause = desk.book.pauses.get(work);
        return pause == null ? 0 : pause.tries();
    }

    private long jittered(long most) {
        return most / 2 + desk.random.nextLong(most / 2 + 1);
    }

    /** A pause is never cut short by a milder one. */
    private void pause(String work, long wait, String reason, OpenCall call) {
        long until = desk.now() + wait;
        if (!wasUnderWay(call, work)) {
            desk.book.pauses.put(work, new Pause(until, reason, tries(work) + 1));
        } else if (until > desk.book.pauses.get(work).until()) {
            desk.book.pauses.put(work, new Pause(until, reason, tries(work)));
        }
    }

    /** As time passes, pauses are forgotten, and lowered limits come back while there is calm. */
    void recover() {
        long now = desk.now();
        boolean changed = desk.book.pauses.values().removeIf(p -> p.until() < now - FORGOTTEN);
        if (limits.raise() || changed) {
            desk.saveBook();
        }
    }
}
