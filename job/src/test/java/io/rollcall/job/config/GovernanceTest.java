package io.rollcall.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.MarketingAction;
import org.junit.jupiter.api.Test;

class GovernanceTest {

    private static String yaml(String actions, String labels) {
        return Given.instance(
                        "marketing-actions: [" + actions + "]",
                        "mapping: [{source: tax.id, target: taxId, labels: [" + labels + "]}]")
                + "    labels: [C5]\n";
    }

    @Test
    void whatTheLabelsDoNotDenyIsTaken() {
        SyncConfig sync = Given.read(yaml("email-targeting", "C2, core/C9"));

        assertThat(sync.instances().get(0).policy().actions())
                .containsExactly(MarketingAction.EMAIL_TARGETING);
    }

    @Test
    void aDeniedPairIsRefusedWithTheRulesName() {
        assertThat(Given.faults(yaml("export-to-third-party, cross-site-targeting", "core/C2")))
                .containsExactly(
                        "instances[0].mapping[0].labels: C2: not to a third party, which denies"
                                + " export-to-third-party; leave this out, or mend the label",
                        "activations[0].labels: C5: no targeting across sites, which denies"
                                + " cross-site-targeting; leave this out, or mend the label");
    }

    @Test
    void whatMayNotBeExportedAtAllIsRefusedWhateverItIsFor() {
        assertThat(Given.faults(yaml("", "C12")))
                .containsExactly(
                        "instances[0].mapping[0].labels: C12: no export of any kind; leave this"
                                + " out, or mend the label");
    }

    @Test
    void aLabelThatNoRuleKnowsIsRefused() {
        assertThat(Given.faults(yaml("email-targetting", "custom/deep")))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("labels[0]: this is not a usage label"))
                .anyMatch(fault -> fault.contains("did you mean email-targeting"));
    }
}
