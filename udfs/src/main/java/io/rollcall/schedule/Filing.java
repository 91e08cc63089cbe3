package io.rollcall.schedule;

import io.rollcall.activation.Instance;
import io.rollcall.activation.Limits;

/**
 * How additions to one list go: as files as long as one pays, and the rest by calls. {@code spared}
 * is in how many calls of REST each of these people is otherwise.
 */
public record Filing(ImportSettings settings, Limits limits, int spared) {

    /** {@code known} are people whose leads are known, the others an import would create. */
    public static Filing of(ImportSettings settings, Instance instance, boolean known) {
        int created = known ? 0 : 1;
        int added = instance.ingests() ? 0 : 1;
        return new Filing(settings, instance.limits(), created + added);
    }

    /** So many files, and so many people who are in none. */
    public record Filed(long files, long others) {

        static Filed none(long people) {
            return new Filed(0, people);
        }

        private Filed and(Filed more, long times) {
            return new Filed(files + more.files * times, others + more.others * times);
        }
    }

    boolean pays(long people) {
        return settings.maxJobs() > 0 && settings.pays(people, spared, limits.callsPer20s());
    }

    public Filed filed(long people) {
        long files = 0;
        long others = people;
        while (pays(others)) {
            files++;
            others -= Math.min(others, settings.mostRows());
        }
        return new Filed(files, others);
    }

    /**
     * The same of people who count as created: so many may be today, then the limit of each day.
     */
    public Filed filed(long people, long today) {
        long first = Math.min(people, Math.max(0, today));
        long later = people - first;
        int eachDay = Math.max(1, limits.createsPerDay());
        return filed(first).and(filed(eachDay), later / eachDay).and(filed(later % eachDay), 1);
    }
}
