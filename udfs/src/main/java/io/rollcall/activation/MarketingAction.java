package io.rollcall.activation;

/** What data is used for, as Experience Platform's governance names it. */
public enum MarketingAction {
    ANALYTICS,
    COMBINE_WITH_DIRECTLY_IDENTIFIABLE_INFORMATION,
    CROSS_SITE_TARGETING,
    DATA_SCIENCE,
    EMAIL_TARGETING,
    EXPORT_TO_THIRD_PARTY,
    ON_SITE_ADVERTISING,
    ON_SITE_PERSONALIZATION,
    SEGMENT_MATCH,
    SINGLE_IDENTITY_PERSONALIZATION
}
