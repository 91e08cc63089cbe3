package io.rollcall.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CreationConfigTest {

    private static final String CREATING = "person-creation: match-and-create";

    @Test
    void aRequiredFieldIsFedByAMappingOrByTheLookup() {
        SyncConfig sync =
                Given.read(
                        Given.instance(
                                CREATING,
                                "mapping: [{source: name, target: lastName}]",
                                "required-fields: [lastName, Email]"));

        assertThat(sync.instances().get(0).policy().requiredFields())
                .containsExactly("lastName", "Email");
    }

    @Test
    void aRequiredFieldThatNothingFeedsIsRefused() {
        assertThat(Given.faults(Given.instance(CREATING, "required-fields: [lastName]")))
                .containsExactly(
                        "instances[0].required-fields: no mapping feeds lastName, so nobody could"
                                + " ever be created; add one or leave it out");
    }

    @Test
    void anActivationMayCreateFewerAndNeverMore() {
        String creating = Given.instance(CREATING);

        assertThat(
                        Given.read(creating + "    person-creation: match-only\n")
                                .activations()
                                .get(0)
                                .handling()
                                .matchOnly())
                .isTrue();
        assertThat(Given.faults(Given.activation(CREATING)))
                .containsExactly(
                        "activations[0].person-creation: its instance is match-only; make that"
                                + " match-and-create, and match-only the activations that are to"
                                + " create nobody");
    }

    @Test
    void theFlagOfMarketoIsRespectedOnRequest() {
        assertThat(
                        Given.read(Given.instance("respect-unsubscribed: true"))
                                .instances()
                                .get(0)
                                .policy()
                                .respectUnsubscribed())
                .isTrue();
    }
}
