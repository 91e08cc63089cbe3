package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Activation.ConsentRule;
import io.rollcall.activation.Activation.Handling;
import io.rollcall.activation.Activation.Mode;
import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.PersonCreation;
import io.rollcall.activation.ListName;
import io.rollcall.testing.InstanceDraft;
import java.time.Duration;
import java.util.List;

/** Instances and activations as the tests have them. */
final class Setup {

    static final String INSTANCE = "123-ABC-456";
    static final long GOLD = 1001;
    static final long SILVER = 1002;
    static final String EMAIL_CONSENT = "consents.marketing.email.val";
    static final String ANY_CONSENT = "consents.marketing.any.val";
    static final LedgerSettings SETTINGS =
            new LedgerSettings(
                    List.of("email", "ecid"),
                    Duration.ofDays(90),
                    Duration.ofDays(1),
                    Duration.ofDays(90),
                    "rollcall");

    private Setup() {}

    static Instance instance(PersonCreation creation, Instance.Mapping... mapping) {
        return instance(creation, "ecidText", mapping);
    }

    static Instance withOneFieldForAll() {
        return instance(PersonCreation.MATCH_ONLY, "email");
    }

    private static Instance instance(
            PersonCreation creation, String ecidField, Instance.Mapping... mapping) {
        return InstanceDraft.usual().creation(creation).ecid(ecidField).mapping(mapping).build();
    }

    /** Where people go by their address alone, so that an import may make them. */
    static Instance byAddress(Instance.Mapping... mapping) {
        return InstanceDraft.usual().creating().mapping(mapping).build();
    }

    static Activation gold() {
        return mirror("gold", GOLD);
    }

    static Activation silver() {
        return mirror("silver", SILVER);
    }

    static Activation mirror(String audience, long list) {
        return new Activation(audience, null, INSTANCE, list, Mode.MIRROR, 0, 0, null, null);
    }

    static Activation of(String namespace) {
        return new Activation("gold", namespace, INSTANCE, GOLD, Mode.MIRROR, 0, 0, null, null);
    }

    static Activation addOnly() {
        return new Activation("gold", null, INSTANCE, GOLD, Mode.ADD_ONLY, 0, 0, null, null);
    }

    static Activation between(long start, long end) {
        return between(start, end, null);
    }

    static Activation between(long start, long end, ConsentRule rule) {
        return new Activation(
                "gold",
                null,
                INSTANCE,
                GOLD,
                Mode.MIRROR,
                start,
                end,
                rule == null ? null : EMAIL_CONSENT,
                rule);
    }

    static Activation paused() {
        return asking(ConsentRule.OPT_OUT).handled(Handling.PAUSED);
    }

    static Activation dryRun() {
        return asking(ConsentRule.OPT_OUT).handled(Handling.DRY_RUN);
    }

    static Activation strict() {
        return gold().handled(
                        new Handling(
                                false,
                                false,
                                null,
                                null,
                                null,
                                null,
                                false,
                                0,
                                Activation.Reconcile.STRICT));
    }

    static Activation asking(ConsentRule rule) {
        return between(0, 0, rule);
    }

    static final ListName GOLD_BY_NAME = new ListName("Gold", "Audiences", false, null, false);

    static Activation goldByName() {
        return gold().on(GOLD_BY_NAME, 0);
    }
}
