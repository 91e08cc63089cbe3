package io.rollcall.schedule;

import io.rollcall.activation.Instance;
import io.rollcall.activation.Limits;

/**
 * How additions to one list go: as files as long as one pays, and the rest by calls.
 *
 * @param spared in how many calls of REST each of these people is otherwise
 * @param before people in the file that has just gone to the list, 0 for none
 */
public record Filing(ImportSettings settings, Limits limits, int spared, long before) {

    /**
     * What is left of a backlog is so many times less than the file before, or less still. The last
     * file of a million people leaves up to 22,500, which are 150 calls; they have waited for ten
     * files, so they may for one more. People who go on arriving are not left over for ever: at one
     * pace as many come during each file, not half as many.
     */
    private static final int TIMES_LESS = 2;

    /** {@code known} are people whose leads are known, the others an import would create. */
    public static Filing of(ImportSettings settings, Instance instance, boolean known) {
        int created = known ? 0 : 1;
        int added = instance.ingests() ? 0 : 1;
        return new Filing(settings, instance.limits(), created + added, 0);
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

    Filing after(long file) {
        return new Filing(settings, limits, spared, file);
    }

    boolean pays(long people) {
        return settings.maxJobs() > 0
                && (settings.pays(people, spared, limits.callsPer20s()) || isLeftover(people));
    }

    /** Whether they are what is left, and worth a file however fast calls would be. */
    boolean isLeftover(long people) {
        return people * TIMES_LESS <= before && settings.spares(people, spared);
    }

    public Filed filed(long people) {
        Filing next = this;
        long files = 0;
        long others = people;
        while (next.pays(others)) {
            long file = Math.min(others, settings.mostRows());
            next = after(file);
            files++;
            others -= file;
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
        Filing another = after(0);
        return filed(first)
                .and(another.filed(eachDay), later / eachDay)
                .and(another.filed(later % eachDay), 1);
    }
}
