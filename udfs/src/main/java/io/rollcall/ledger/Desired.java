package io.rollcall.ledger;

/** What the newest claim, consent and schedule say should be. */
enum Desired {
    /** Nothing was ever said: strangers on a list stay. */
    NONE,
    IN,
    OUT;

    boolean isMetBy(Reported reported) {
        return switch (this) {
            case NONE -> true;
            case IN -> reported == Reported.IN;
            case OUT -> reported == Reported.OUT;
        };
    }
}
