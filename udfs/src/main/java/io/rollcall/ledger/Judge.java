package io.rollcall.ledger;

import io.rollcall.activation.Instance;
import io.rollcall.event.Attribute;
import java.util.List;

/**
 * The one function that every event, report, activation and sweep ends in: where what is desired
 * differs from what is reported, it states a wish.
 */
final class Judge {

    private final Plan plan;
    private final LedgerSettings settings;
    private final Ownership ownership;

    Judge(Plan plan, LedgerSettings settings, Ownership ownership) {
        this.plan = plan;
        this.settings = settings;
        this.ownership = ownership;
    }

    void judge(Said said, Trigger trigger) {
        for (Instance instance : plan.instances()) {
            if (said.row.forgetting) {
                said.row.instanceOrNew(instance.munchkinId());
            }
            List<Target> targets = plan.targets(instance, said.row);
            if (!targets.isEmpty() || said.row.instance(instance.munchkinId()) != null) {
                InstanceJudgement judgement = new InstanceJudgement(plan, settings, said, instance);
                judgement.judge(targets, trigger, ownership);
            }
        }
    }

    /** When anything was last said of this person: what a refusal waits for (epoch ms). */
    static long newestAt(Row row) {
        long newest = 0;
        for (Claim claim : row.claims) {
            newest = Math.max(newest, claim.at());
        }
        for (Attribute attribute : row.attributes) {
            newest = Math.max(newest, attribute.at());
        }
        return newest;
    }
}
