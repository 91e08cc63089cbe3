package io.rollcall.schedule;

import io.rollcall.activation.Activation;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.Report;
import java.util.List;
import java.util.Map;

/** Tells what came of set-up, as outcomes that name no person. */
final class Notices {

    private final Desk desk;
    private Map<String, Activation> byList = Map.of();

    Notices(Desk desk) {
        this.desk = desk;
    }

    void follow(Map<String, Activation> byName) {
        byList = byName;
    }

    void applied(NamedList list, String how, Report end) {
        String reason = how + ": list " + list.key();
        tell(byList.get(list.key()), list.list(), Outcome.Status.APPLIED, null, reason, end);
    }

    void held(NamedList list, String why, String code, Report end) {
        String reason = "list " + list.key() + ": " + why;
        tell(byList.get(list.key()), list.list(), Outcome.Status.HELD, code, reason, end);
    }

    /** A list known by its id. */
    void gone(long list) {
        String reason =
                "list "
                        + list
                        + " is gone from Marketo (1013); nothing is sent, and it is looked for every"
                        + " hour: restore it, or give the activation another list.id";
        tell(null, list, Outcome.Status.HELD, "1013", reason, null);
    }

    /** Its pages are read instead. */
    void extractGivenUp(Report end) {
        String why = end.code() == null ? "it cannot be used" : "Marketo refused it: " + end.code();
        String reason =
                "list %d is read page by page, since no extract of it is to be had (%s)"
                        .formatted(end.list(), why);
        tell(null, end.list(), Outcome.Status.DEFERRED, end.code(), reason, end);
    }

    /** The day's creations are used up. */
    void createdAll(Report end) {
        String reason =
                desk.book.createdToday
                        + " people were created today, all that limits.creates-per-day allows; who"
                        + " else is new to Marketo waits until midnight in Chicago";
        tell(null, 0, Outcome.Status.DEFERRED, null, reason, end);
    }

    void described(List<String> faults, Report end) {
        boolean well = faults.isEmpty();
        tell(
                null,
                0,
                well ? Outcome.Status.APPLIED : Outcome.Status.HELD,
                end.code(),
                well
                        ? "the fields of the configuration fit"
                        : String.join("; ", faults) + "; only removals go until this is mended",
                end);
    }

    private void tell(
            Activation activation,
            long list,
            Outcome.Status status,
            String code,
            String reason,
            Report end) {
        desk.out.outcome(
                new Outcome(
                        null,
                        desk.instance.munchkinId(),
                        activation == null ? null : activation.audience(),
                        activation == null ? null : activation.namespace(),
                        list,
                        Outcome.Change.SET_UP,
                        status,
                        0,
                        code,
                        reason,
                        0,
                        desk.now(),
                        end == null ? null : end.callId(),
                        end == null ? null : end.requestId()));
    }
}
