package io.rollcall.activation;

import static io.rollcall.activation.MarketingAction.ANALYTICS;
import static io.rollcall.activation.MarketingAction.COMBINE_WITH_DIRECTLY_IDENTIFIABLE_INFORMATION;
import static io.rollcall.activation.MarketingAction.CROSS_SITE_TARGETING;
import static io.rollcall.activation.MarketingAction.DATA_SCIENCE;
import static io.rollcall.activation.MarketingAction.EXPORT_TO_THIRD_PARTY;
import static io.rollcall.activation.MarketingAction.ON_SITE_ADVERTISING;
import static io.rollcall.activation.MarketingAction.ON_SITE_PERSONALIZATION;
import static io.rollcall.activation.MarketingAction.SEGMENT_MATCH;
import static io.rollcall.activation.MarketingAction.SINGLE_IDENTITY_PERSONALIZATION;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The contract labels of Experience Platform's data governance, and what each denies. To put people
 * on a list is to hand them over one by one, so C12 denies it whatever is done with the list.
 */
public enum UsageLabel {
    C1("only in sums, without single people", EXPORT_TO_THIRD_PARTY),
    C2("not to a third party", EXPORT_TO_THIRD_PARTY),
    C3(
            "not together with what identifies people directly",
            COMBINE_WITH_DIRECTLY_IDENTIFIABLE_INFORMATION),
    C4(
            "no targeting, on this site or others",
            CROSS_SITE_TARGETING,
            ON_SITE_ADVERTISING,
            ON_SITE_PERSONALIZATION),
    C5("no targeting across sites", CROSS_SITE_TARGETING),
    C6("no advertising on the site", ON_SITE_ADVERTISING),
    C7("no personal content on the site", ON_SITE_PERSONALIZATION),
    C8("no measurement", ANALYTICS),
    C9("no data science", DATA_SCIENCE),
    C10("no activation of stitched identities", SINGLE_IDENTITY_PERSONALIZATION),
    C11("no segment match", SEGMENT_MATCH),
    C12("no export of any kind", MarketingAction.values());

    private final String rule;
    private final Set<MarketingAction> denied;

    UsageLabel(String rule, MarketingAction... denied) {
        this.rule = rule;
        this.denied = EnumSet.noneOf(MarketingAction.class);
        this.denied.addAll(Set.of(denied));
    }

    /** In words. */
    public String rule() {
        return rule;
    }

    public boolean deniesAll() {
        return denied.size() == MarketingAction.values().length;
    }

    /** Those of the actions that this label denies. */
    public Set<MarketingAction> denied(Set<MarketingAction> actions) {
        Set<MarketingAction> both = new TreeSet<>(actions);
        both.retainAll(denied);
        return both;
    }
}
