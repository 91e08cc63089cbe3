package io.rollcall.tools.plan;

import io.rollcall.activation.Instance;
import io.rollcall.schedule.Filing;
import io.rollcall.schedule.SchedulerSettings;

/**
 * Reckons as the job's scheduler does, by asking its rules: full calls, files where they pay, a
 * long list by an extract. Nobody of the audience is taken to be on the list yet, and everybody to
 * go by one identity.
 */
record Estimator(Instance instance, SchedulerSettings settings) {

    /**
     * Of people of whom the job knows nothing: {@code rate} is the share whom Marketo knows, {@code
     * onList} who is on the list now.
     */
    Estimate firstExport(long size, double rate, long onList) {
        long matched = Math.round(size * rate);
        if (!instance.creates()) {
            return estimate(new Estimate.Work(size, size, 0, matched, 0, 0), onList);
        }
        if (instance.looksFirst()) {
            long made = size - matched;
            return estimate(new Estimate.Work(size, size, made, size, 0, made), onList);
        }
        Filing.Filed filed = created().filed(size, instance.limits().createsPerDay());
        long others = mayFile() ? filed.others() : size;
        long files = mayFile() ? filed.files() : 0;
        // An import does not tell whom it created: the scheduler counts all of them.
        long made = size - Math.round(others * rate);
        return estimate(new Estimate.Work(size, 0, others, others, files, made), onList);
    }

    /** Of people whose leads the job knows from other lists. */
    Estimate ofKnown(long size, long onList) {
        Filing.Filed filed = Filing.of(settings.imports(), instance, true).filed(size);
        return estimate(new Estimate.Work(size, 0, 0, filed.others(), filed.files(), 0), onList);
    }

    /** Files that a first export would go as, if only more people might be created a day. */
    long filesForbidden(long size) {
        boolean byCalls =
                mayFile() && created().filed(size, instance.limits().createsPerDay()).files() == 0;
        return byCalls ? created().filed(size).files() : 0;
    }

    private boolean mayFile() {
        return instance.creates() && !instance.looksFirst() && instance.knowsByEmailAlone();
    }

    private Filing created() {
        return Filing.of(settings.imports(), instance, false);
    }

    private Estimate estimate(Estimate.Work work, long onList) {
        return new Estimate(instance, settings.imports(), work, settings.extracts().calls(onList));
    }
}
