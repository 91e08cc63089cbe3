package io.rollcall.demo.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The newest of all that was said of one person. */
final class Opinion {

    private static final String ANY_MARKETING = "consents.marketing.any.val";

    private final Map<Said.Audience, Claim> claims = new HashMap<>();
    private final Map<String, Said.Consent> consents = new HashMap<>();
    private final Set<Said.Audience> everIn = new HashSet<>();

    void take(Said said) {
        said.claims()
                .forEach(
                        (audience, claim) -> {
                            Claim newest = claims.merge(audience, claim, Claim::newer);
                            if (newest.in()) {
                                everIn.add(audience);
                            }
                        });
        said.consents().forEach((path, value) -> consents.merge(path, value, Said.Consent::newer));
    }

    Wanted wanted(Target target, long now) {
        Claim newest = null;
        boolean was = false;
        for (Map.Entry<Said.Audience, Claim> entry : claims.entrySet()) {
            if (matches(target, entry.getKey())) {
                newest = Claim.newer(newest, entry.getValue());
                was |= everIn.contains(entry.getKey());
            }
        }
        if (target.consent() != null && refused(target.consent(), newest != null)) {
            return Wanted.REFUSED;
        }
        if (newest == null) {
            return Wanted.NOTHING_SAID;
        }
        return newest.inAt(now) ? Wanted.IN : left(target, was);
    }

    private static Wanted left(Target target, boolean was) {
        if (!target.addOnly()) {
            return Wanted.OUT;
        }
        return was ? Wanted.MAY_STAY : Wanted.NOTHING_SAID;
    }

    private boolean refused(Target.Rule rule, boolean claimed) {
        String own = value(rule.attribute());
        String any = rule.attribute().startsWith("consents.marketing.") ? value(ANY_MARKETING) : "";
        if ("n".equals(own) || "n".equals(any)) {
            return true;
        }
        boolean yes = "y".equals(own) || own.isEmpty() && "y".equals(any);
        return rule.optIn() && claimed && !yes;
    }

    private String value(String path) {
        Said.Consent consent = consents.get(path);
        return consent == null ? "" : consent.value();
    }

    static boolean matches(Target target, Said.Audience audience) {
        return audience.id().equals(target.audience())
                && (target.namespace() == null
                        || target.namespace().equalsIgnoreCase(audience.namespace()));
    }
}
