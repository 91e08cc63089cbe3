package io.rollcall.ledger;

import io.rollcall.activation.Instance;

/** Tells the memberships topic, the tallies and dry runs what a judgement has come to. */
final class Telling {

    private final Said said;
    private final Instance instance;
    private final InstanceRow row;

    Telling(Said said, Instance instance, InstanceRow row) {
        this.said = said;
        this.instance = instance;
        this.row = row;
    }

    void tell(ListJudgement judged, Trigger trigger) {
        ListRow list = row.list(judged.target.list());
        if (list == null) {
            return;
        }
        Reported reported = row.aliasOf == null ? judged.reported(row) : Reported.UNKNOWN;
        Standing standing = standing(judged, list, reported);
        if (trigger == Trigger.SWEEP && row.aliasOf == null) {
            said.tally(judged.target, judged.desire, reported, standing);
        }
        if (isNews(judged.desire, list, reported, standing) || row.leadNews) {
            tell(judged, list, reported, standing);
        }
    }

    private static boolean isNews(Desire desire, ListRow list, Reported now, Standing standing) {
        return list.toldDesired != desire.desired()
                || !Said.word(list.toldReported).equals(Said.word(now))
                || list.toldStanding != standing;
    }

    private void tell(ListJudgement judged, ListRow list, Reported reported, Standing standing) {
        if (standing.isRehearsed() && list.toldStanding != standing) {
            said.would(judged.target, row, standing, judged.desire);
        }
        list.toldDesired = judged.desire.desired();
        list.toldReported = reported;
        list.toldStanding = standing;
        said.fact(judged.target, row, reported, judged.desire, standing);
    }

    private Standing standing(ListJudgement judged, ListRow list, Reported reported) {
        Standings standings = new Standings(row, list, reported, judged.desire);
        if (standings.settled()) {
            return standings.whenSettled();
        }
        if (!judged.acts()) {
            return Standings.outOfSchedule(judged.activation(), said.now);
        }
        if (judged.isHeld() && list.wish == null) {
            return Standing.HELD;
        }
        return judged.activation().dryRun()
                ? standings.rehearsed(judged.want(row), judged.activation().creates(instance))
                : standings.underWay();
    }
}
