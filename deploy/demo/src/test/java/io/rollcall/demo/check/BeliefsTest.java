package io.rollcall.demo.check;

import static io.rollcall.demo.check.Wanted.IN;
import static io.rollcall.demo.check.Wanted.MAY_STAY;
import static io.rollcall.demo.check.Wanted.NOTHING_SAID;
import static io.rollcall.demo.check.Wanted.OUT;
import static io.rollcall.demo.check.Wanted.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeliefsTest {

    private static final long NOW = 1_800_000_000_000L;
    private static final String ADA = "email:ada@example.com";
    private static final String CONSENT = "consents.marketing.email.val";
    private static final String UPS = "59bd2fkd-3c48-4b18-bf56-4f5c5e6967ae";

    private static final Target.Instance EMEA =
            new Target.Instance("emea", "123-ABC-456", false, Set.of("email", "ecid"));
    private static final Target GOLD = new Target(EMEA, 1, "gold", null, false, null);
    private static final Target TRIAL = new Target(EMEA, 2, "trial", null, true, null);
    private static final Target NEWS =
            new Target(EMEA, 3, "news", null, false, new Target.Rule(CONSENT, false));
    private static final Target CART = new Target(EMEA, 4, UPS, "ups", false, null);

    private final Beliefs beliefs =
            new Beliefs(
                    new Plan(
                            List.of(GOLD, TRIAL, NEWS, CART),
                            List.of("personalEmail.address", "person.email")));
    private int offset;

    @Test
    void whoCameIsIn() {
        said("gold", "realized", "10:00");
        assertThat(ada(GOLD)).isEqualTo(IN);
    }

    @Test
    void ofWhomNobodySpokeNothingIsSaid() {
        assertThat(ada(GOLD)).isEqualTo(NOTHING_SAID);
        said("gold", "realized", "10:00");
        assertThat(ada(NEWS)).isEqualTo(NOTHING_SAID);
    }

    @Test
    void aLateEventChangesNothing() {
        said("gold", "exited", "10:00");
        said("gold", "realized", "09:00");
        assertThat(ada(GOLD)).isEqualTo(OUT);
    }

    @Test
    void aDuplicateChangesNothingButIsCounted() {
        said("gold", "existing", "10:00");
        said("gold", "existing", "10:00");
        assertThat(ada(GOLD)).isEqualTo(IN);
        assertThat(beliefs.assertions()).isEqualTo(2);
    }

    @Test
    void theExitWinsATieWhicheverComesFirst() {
        said("gold", "realized", "10:00");
        said("gold", "exited", "10:00");
        assertThat(ada(GOLD)).isEqualTo(OUT);
        said("gold", "realized", "10:00");
        assertThat(ada(GOLD)).isEqualTo(OUT);
    }

    @Test
    void aNoKeepsOffUntilALaterYes() {
        said("news", "realized", "10:00");
        consent("n", "11:00");
        consent("y", "10:30");
        assertThat(ada(NEWS)).isEqualTo(REFUSED);
        consent("y", "12:00");
        assertThat(ada(NEWS)).isEqualTo(IN);
    }

    @Test
    void aNoTakesOffWhomNobodyNamed() {
        consent("n", "11:00");
        assertThat(ada(NEWS)).isEqualTo(REFUSED);
        assertThat(ada(GOLD)).isEqualTo(NOTHING_SAID);
    }

    @Test
    void whoLeftAnAddOnlyAudienceMayStay() {
        said("trial", "realized", "10:00");
        said("trial", "exited", "11:00");
        assertThat(ada(TRIAL)).isEqualTo(MAY_STAY);
    }

    @Test
    void whoWasNeverInAnAddOnlyAudienceIsNoMember() {
        said("trial", "exited", "11:00");
        said("trial", "realized", "10:00");
        assertThat(ada(TRIAL)).isEqualTo(NOTHING_SAID);
    }

    @Test
    void anAddressIsTheSameInAnyCase() {
        hear(
                "audience-events",
                "{'person':{'email':' ADA@Example.com '},'audience':'gold','status':'realized',"
                        + "'at':'2026-11-21T10:00:00Z'}");
        assertThat(ada(GOLD)).isEqualTo(IN);
    }

    @Test
    void anExitMayCarryTheTimeOfTheQualification() {
        profile("'realized'", "'2026-11-21T10:00:00+0000'");
        profile("'exited'", "'2026-11-21T10:00:00Z'");
        assertThat(ada(CART)).isEqualTo(OUT);
    }

    @Test
    void thePrimaryDeviceIsThePerson() {
        String person =
                hear(
                        "aep-profiles",
                        "{'xdm:segmentMembership':{},'xdm:identityMap':{'ECID':["
                                + "{'id':'1'},{'id':'2','primary':true}]}}");
        assertThat(person).isEqualTo("ecid:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[1]",
                "{'person':{'email':'cut",
                "{'audience':'gold','status':'realized'}",
                "{'person':{'email':'a@b'},'audience':'gold','status':'joined'}",
                "{'person':{'email':'a@b'},'audience':'gold','status':'exited','at':'yesterday'}",
                "{'person':{'email':'a@b'},'audience':'gold','status':'exited',"
                        + "'at':'2099-01-01T00:00:00Z'}"
            })
    void whatIsBrokenIsKeptApart(String message) {
        assertThat(hear("audience-events", message)).isNull();
        assertThat(beliefs.unusable()).containsExactly("audience-events/0/0");
        assertThat(beliefs.people()).isEmpty();
    }

    @Test
    void twoDevicesAreNobody() {
        assertThat(hear("aep-profiles", "{'identityMap':{'ecid':[{'id':'1'},{'id':'2'}]}}"))
                .isNull();
    }

    private Wanted ada(Target target) {
        return beliefs.wanted(ADA, target, NOW);
    }

    private void said(String audience, String status, String time) {
        hear(
                "audience-events",
                "{'person':{'email':'ada@example.com'},'memberships':[{'audience':'"
                        + audience
                        + "','status':'"
                        + status
                        + "','at':'2026-11-21T"
                        + time
                        + ":00Z'}]}");
    }

    private void consent(String value, String time) {
        hear(
                "audience-events",
                "{'person':{'email':'ada@example.com'},'at':'2026-11-21T"
                        + time
                        + ":00Z','attributes':{'consents':{'marketing':{'email':{'val':'"
                        + value
                        + "'}}}}}");
    }

    private void profile(String status, String time) {
        hear(
                "aep-profiles",
                "{'person':{'email':'ada@example.com'},'segmentMembership':{'ups':{'"
                        + UPS
                        + "':{'lastQualificationTime':"
                        + time
                        + ",'status':"
                        + status
                        + "}}}}");
    }

    private String hear(String topic, String message) {
        Beliefs.Place place = new Beliefs.Place(topic, 0, offset++);
        return beliefs.hear(place, message.replace('\'', '"'), NOW);
    }
}
