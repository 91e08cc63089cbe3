package io.rollcall.demo.story;

/**
 * Somebody who does not exist. The number decides who knows them: one person in ten is unknown to
 * the first Marketo, one in three is known to the second.
 */
public record Person(
        int number, String email, String ecid, String firstName, String lastName, Voice voice) {

    /** Which system speaks of them, and by what name. */
    public enum Voice {
        /** Rollcall's own events, by e-mail address. */
        NATIVE,
        /** Experience Platform's profile exports, by e-mail address. */
        PROFILE,
        /** The same, by ECID alone. */
        DEVICE
    }

    public boolean knownToEmea() {
        return number % 10 != 3;
    }

    public boolean knownToAmer() {
        return number % 3 == 0;
    }

    /** Whoever imports people twice has these. */
    public boolean twiceInMarketo() {
        return number % 400 == 12;
    }

    /** On the win-back list before the demo begins. */
    public boolean onListAtStart() {
        return voice == Voice.NATIVE && number % 50 == 7;
    }

    /** A rule in Marketo forbids to create this one. */
    public boolean refusedByAmer() {
        return number == 44;
    }
}
