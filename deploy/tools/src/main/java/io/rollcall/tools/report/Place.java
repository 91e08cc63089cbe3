package io.rollcall.tools.report;

import io.rollcall.tools.topic.Fact;

/**
 * Where one person stands with one audience, from the fact that is told of them. {@code detail} is
 * the reason or the code.
 */
record Place(Kind kind, String detail) {

    enum Kind {
        /** What is desired is so: on the list, or off it again. */
        ACTIVATED("activated"),
        WAITING("waiting"),
        EXCLUDED("excluded"),
        UNMATCHED("unmatched"),
        FAILED("failed");

        final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    private static final String REJECTED = "rejected by Marketo";
    private static final String EXCLUDED = "excluded: ";

    static Place of(Fact fact) {
        String reason = fact.reason();
        if (reason == null) {
            return fact.isOn() == fact.isWantedOn()
                    ? new Place(Kind.ACTIVATED, null)
                    : new Place(Kind.WAITING, "for Marketo's answer");
        }
        if (reason.startsWith("unmatched")) {
            return new Place(Kind.UNMATCHED, null);
        }
        if (reason.startsWith(REJECTED)) {
            int code = reason.indexOf(": ");
            return new Place(Kind.FAILED, code < 0 ? "unknown" : reason.substring(code + 2));
        }
        if (reason.startsWith(EXCLUDED)) {
            return new Place(Kind.EXCLUDED, reason.substring(EXCLUDED.length()));
        }
        boolean keptOff = reason.startsWith("no consent") || reason.startsWith("the lead was");
        return new Place(keptOff ? Kind.EXCLUDED : Kind.WAITING, reason);
    }
}
