package io.rollcall.event.decode;

import io.rollcall.metric.Metrics;

/** Counts dead letters by the word that their reason begins with, behind the line it names. */
public final class Refusals {

    private final Metrics<DecodeMetric> metrics;

    Refusals(Metrics<DecodeMetric> metrics) {
        this.metrics = metrics;
    }

    void count(String reason) {
        String word = word(reason);
        metrics.add(DecodeMetric.DEAD_LETTERS, 1);
        metrics.add(DecodeMetric.DEAD_LETTERS_BY_REASON, 1, word);
        if (word.equals(Refusal.FUTURE_TIME.word())) {
            metrics.add(DecodeMetric.FUTURE, 1);
        }
    }

    /** The word, without the line before it and the explanation behind it. */
    public static String word(String reason) {
        return reason.replaceFirst("^line \\d+: ", "").replaceFirst(":.*", "");
    }
}
