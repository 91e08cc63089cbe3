package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Activation.ConsentRule;
import io.rollcall.event.Attribute;

/**
 * Reads the consent attributes of a row by the rules of Experience Platform's consents data type: a
 * "no" to any marketing overrules every channel; a "yes" to any counts for a channel that says
 * nothing.
 */
final class Consent {

    private static final String MARKETING = "consents.marketing.";
    private static final String ANY = "consents.marketing.any.val";
    private static final String NO = "n";
    private static final String YES = "y";

    private Consent() {}

    /** When the person said no to what this activation asks (epoch ms), 0 when they did not. */
    static long refusedAt(Row row, Activation activation) {
        long own = saidAt(row, activation.consentPath(), NO);
        return underMarketing(activation) ? Math.max(own, saidAt(row, ANY, NO)) : own;
    }

    /** Whether the rule keeps this person off, be it by a "no" or for want of a "yes". */
    static boolean blocks(Row row, Activation activation) {
        if (activation.consentPath() == null) {
            return false;
        }
        if (refusedAt(row, activation) > 0) {
            return true;
        }
        return activation.consentRule() == ConsentRule.OPT_IN && !granted(row, activation);
    }

    private static boolean granted(Row row, Activation activation) {
        return saidAt(row, activation.consentPath(), YES) > 0
                || underMarketing(activation)
                        && row.valueAt(activation.consentPath()) == null
                        && saidAt(row, ANY, YES) > 0;
    }

    private static long saidAt(Row row, String path, String value) {
        Attribute said = path == null ? null : row.attribute(path);
        return said != null && value.equals(said.value()) ? Math.max(1, said.at()) : 0;
    }

    private static boolean underMarketing(Activation activation) {
        return activation.consentPath() != null && activation.consentPath().startsWith(MARKETING);
    }

    /** Whether this value refuses, whatever the path. */
    static boolean refuses(Attribute attribute) {
        return attribute.isConsent() && NO.equals(attribute.value());
    }

    /** How much this value refuses: on a tie of times a "no" beats all, and a "yes" nothing. */
    static int refusal(Attribute attribute) {
        if (!attribute.isConsent()) {
            return 0;
        }
        return refuses(attribute) ? 2 : YES.equals(attribute.value()) ? 0 : 1;
    }
}
