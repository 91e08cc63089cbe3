package io.rollcall.job.config;

import io.rollcall.activation.MarketingAction;
import io.rollcall.activation.UsageLabel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses data whose labels deny what an instance is used for. */
final class Governance {

    private static final String CORE = "core/";

    private Governance() {}

    static Set<MarketingAction> actions(Section instance) {
        return instance.texts("marketing-actions", Rule.choice(MarketingAction.class)).stream()
                .map(word -> Words.to(MarketingAction.class, word))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@code labelled} has a key {@code labels}. */
    static void check(Section labelled, Set<MarketingAction> actions) {
        for (String text : labelled.texts("labels", Rules.LABEL)) {
            UsageLabel label = label(text);
            Set<MarketingAction> denied = label.denied(actions);
            if (label.deniesAll() || !denied.isEmpty()) {
                labelled.fault("labels", complaint(label, denied));
            }
        }
    }

    private static String complaint(UsageLabel label, Set<MarketingAction> denied) {
        List<String> words = denied.stream().map(Words::of).toList();
        String what = words.isEmpty() ? "" : ", which denies " + String.join(" and ", words);
        return label + ": " + label.rule() + what + "; leave this out, or mend the label";
    }

    static boolean isLabel(String text) {
        return List.of(UsageLabel.values()).stream()
                .anyMatch(label -> label.name().equals(plain(text)));
    }

    private static UsageLabel label(String text) {
        return UsageLabel.valueOf(plain(text));
    }

    private static String plain(String text) {
        return text.startsWith(CORE) ? text.substring(CORE.length()) : text;
    }
}
