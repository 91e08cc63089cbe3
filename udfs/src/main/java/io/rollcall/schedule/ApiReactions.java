package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the answers of one of Marketo's APIs mean for its next calls. Every answer that is not
 * success waits longer than the one before.
 */
final class ApiReactions {

    /** A fresh token that is refused this often is not the token's fault. */
    private static final int TOKENS_IN_A_ROW = 3;

    /** The whole, and both its halves. */
    private static final int SPLITS_IN_A_ROW = 3;

    /** So many lists or kinds refused, and nothing that went well since, is no list's fault. */
    private static final int EVERYWHERE = 3;

    private final Desk desk;
    private final Pauses pauses;
    private final BeyondLimit limits;

    /** The pause of all that goes by this API. */
    private final String everything;

    /** Counts refused tokens; it pauses nothing. */
    private final String token;

    /** By work: refusals for a record at fault since its last success. Not in state. */
    private final Map<String, Integer> splits = new HashMap<>();

    /** What was refused since anything went well. Not in state. */
    private final Set<String> refusedSince = new HashSet<>();

    ApiReactions(Desk desk, Pauses pauses, String everything, BeyondLimit limits) {
        this.desk = desk;
        this.pauses = pauses;
        this.everything = everything;
        this.token = everything + "token";
        this.limits = limits;
    }

    void wentWell(OpenCall call) {
        splits.remove(call.work());
        refusedSince.clear();
        if (pauses.lift(call.work(), call)
                | pauses.lift(everything, call)
                | pauses.lift(token, call)) {
            desk.saveBook();
        }
    }

    void refused(String code, OpenCall call) {
        switch (Reactions.reaction(code)) {
            case NEW_TOKEN -> newToken(code, call);
            case ACCESS -> denied(code, call);
            case COOL_DOWN, FEWER_IN_FLIGHT, UNTIL_RESET -> beyondLimit(code, call);
            case LIST_GONE -> listGone(code, call);
            case SPLIT -> split(code, call);
            default -> again(code, call);
        }
    }

    private void newToken(String code, OpenCall call) {
        if (!pauses.wasUnderWay(call, token)) {
            pauses.pause(token, 0, code, call);
            if (pauses.tries(token) >= TOKENS_IN_A_ROW) {
                pauses.pause(everything, accessProbe(), code, call);
            }
        }
    }

    private long accessProbe() {
        return desk.settings.probes().access().toMillis();
    }

    private void denied(String code, OpenCall call) {
        pauses.pause(call.work(), accessProbe(), code, call);
        if (everywhere(call)) {
            pauses.pause(everything, accessProbe(), code, call);
        }
    }

    private boolean everywhere(OpenCall call) {
        refusedSince.add(call.list == 0 ? call.kind.name() : Long.toString(call.list));
        return refusedSince.size() >= EVERYWHERE;
    }

    private void beyondLimit(String code, OpenCall call) {
        if (!limits.pauses(Reactions.reaction(code), code, call)) {
            again(code, call);
        }
    }

    /** Of what is asked about an import, that import is gone, and its list is not. */
    private void listGone(String code, OpenCall call) {
        if (call.batch != null && call.kind != CallKind.IMPORT) {
            again(code, call);
            return;
        }
        boolean news = !pauses.holds(call.work());
        pauses.pause(call.work(), desk.settings.probes().list().toMillis(), code, call);
        if (news) {
            desk.setUps.lists.gone(call.list);
        }
    }

    /** One that is known to be refused alone proves nothing about the others. */
    private void split(String code, OpenCall call) {
        boolean knownAlone = call.members.size() == 1 && call.tries() > 0;
        if (!knownAlone && splits.merge(call.work(), 1, Integer::sum) >= SPLITS_IN_A_ROW) {
            pauses.pause(call.work(), Pauses.LONGEST, code, call);
        }
    }

    private void again(String code, OpenCall call) {
        if (call.kind != CallKind.IMPORT && desk.imports.explain(code, call.list)) {
            pauses.pause(call.work(), Pauses.LONGEST, code, call);
            return;
        }
        pauses.longer(call.work(), code, call);
        if (everywhere(call)) {
            pauses.longer(everything, code, call);
        }
    }
}
