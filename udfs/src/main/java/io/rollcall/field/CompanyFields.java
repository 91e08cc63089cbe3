package io.rollcall.field;

import java.util.Locale;
import java.util.Set;

/**
 * Marketo's standard company fields. Sync Leads takes them when it creates a lead and does not
 * update them afterwards; Describe does not tell them apart from others.
 */
public final class CompanyFields {

    private static final Set<String> NAMES =
            Set.of(
                    "annualrevenue",
                    "billingcity",
                    "billingcountry",
                    "billingpostalcode",
                    "billingstate",
                    "billingstreet",
                    "company",
                    "companynotes",
                    "industry",
                    "mainphone",
                    "numberofemployees",
                    "siccode",
                    "site",
                    "website");

    private CompanyFields() {}

    public static boolean contains(String field) {
        return NAMES.contains(field.toLowerCase(Locale.ROOT));
    }
}
