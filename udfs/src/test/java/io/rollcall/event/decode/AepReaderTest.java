package io.rollcall.event.decode;

import static io.rollcall.event.decode.Messages.ARRIVED;
import static io.rollcall.event.decode.Messages.at;
import static io.rollcall.event.decode.Messages.bytes;
import static io.rollcall.event.decode.Messages.decodeAep;
import static io.rollcall.event.decode.Messages.only;
import static io.rollcall.event.decode.Messages.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.Assertion;
import io.rollcall.event.Attribute;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import io.rollcall.event.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class AepReaderTest {

    private static final String ECID = "14575006536349286404619648085736425115";

    @Test
    void theSampleOfTheHttpDestinationIsOneEvent() {
        AudienceEvent event = only(decodeAep(bytes("http-destination.json")));
        assertThat(event)
                .isEqualTo(
                        new AudienceEvent(
                                AudienceEvent.Kind.MEMBERSHIPS,
                                "email:john.doe@acme.com",
                                ARRIVED,
                                List.of(
                                        new Identity("email", "john.doe@acme.com"),
                                        new Identity("ecid", ECID),
                                        new Identity(
                                                "ecid", "66478888669296734530114754794777368480")),
                                List.of(
                                        ups(
                                                "7841ba61-23c1-4bb3-a495-00d3g5fe1e93",
                                                false,
                                                "2022-01-11T21:24:39Z"),
                                        ups(
                                                "59bd2fkd-3c48-4b18-bf56-4f5c5e6967ae",
                                                true,
                                                "2022-01-02T23:37:33Z"),
                                        ups(
                                                "947c1c46-008d-40b0-92ec-3af86eaf41c1",
                                                true,
                                                "2021-08-25T23:37:33Z"),
                                        ups(
                                                "5114d758-ce71-43ba-b53e-e2a91d67b67f",
                                                true,
                                                "2022-01-11T23:37:33Z")),
                                List.of(new Attribute("person.name.firstName", "John", ARRIVED)),
                                new Origin("audience-events", 3, 42, ARRIVED)));
    }

    @Test
    void theOlderSampleOfKinesisSaysExistingForIn() {
        AudienceEvent event = only(decodeAep(bytes("kinesis-older.json")));
        assertThat(event.person()).isEqualTo("email:yourstruly@adobe.con");
        assertThat(event.assertions())
                .containsExactly(
                        ups("7841ba61-23c1-4bb3-a495-00d3g5fe1e93", false, "2020-05-25T21:24:39Z"),
                        ups("59bd2fkd-3c48-4b18-bf56-4f5c5e6967ae", true, "2020-05-25T23:37:33Z"));
    }

    @Test
    void namesAndTimestampsOfSegmentsAreReadOver() {
        AudienceEvent event = only(decodeAep(bytes("names-and-timestamps.json")));
        assertThat(event.person()).isEqualTo("ecid:" + ECID);
        assertThat(event.assertions())
                .containsExactly(
                        ups("5b998cb9-9488-4ec3-8d95-fa8338ced490", true, "2019-04-15T02:41:50Z"),
                        ups("354e086f-2e11-49a2-9e39-e5d9a76be683", true, "2020-04-15T02:41:50Z"));
    }

    @Test
    void theSampleOfTheDestinationSdkKeepsEveryAudienceWhateverIsMapped() {
        AudienceEvent event = only(decodeAep(bytes("sdk-input.json")));
        assertThat(event.identities())
                .containsExactly(new Identity("email", "johndoe@example.com"));
        assertThat(event.assertions()).extracting(Assertion::in).containsExactly(true, true, false);
    }

    @Test
    void everyNameMayHaveTheXdmPrefixAndNamespacesAnyCase() {
        AudienceEvent event = only(decodeAep(bytes("xdm-prefixed.json")));
        assertThat(event.person()).isEqualTo("ecid:" + ECID);
        assertThat(event.assertions())
                .containsExactly(
                        new Assertion(
                                "aam",
                                "04a81716-43d6-4e7a-a49c-f1d8b3129ba9",
                                true,
                                at("2018-04-26T15:52:25Z"),
                                at("2019-04-26T15:52:25Z")),
                        new Assertion(
                                "email",
                                "abcd@adobe.com",
                                false,
                                at("2017-09-26T15:52:25Z"),
                                at("2017-12-26T15:52:25Z")));
    }

    @Test
    void aMembershipWithoutATimeIsAsOldAsTheKafkaRecord() {
        AudienceEvent event =
                only(
                        decodeAep(
                                profile(
                                        """
                                        "segmentMembership":{"ups":{"gold":{"status":"exited"}}}""")));
        assertThat(event.assertions())
                .containsExactly(new Assertion("ups", "gold", false, ARRIVED, 0));
    }

    @Test
    void theFieldsOfAMembershipComeInAnyOrder() {
        String time = "\"lastQualificationTime\":\"2022-01-11T21:24:39Z\"";
        String status = "\"status\":\"exited\"";
        String more = "\"segmentName\":\"Gold\"";
        for (List<String> fields :
                List.of(
                        List.of(time, status),
                        List.of(status, time),
                        List.of(more, status, time),
                        List.of(time, more, status),
                        List.of(status, status, time, time))) {
            String gold = "{\"gold\": {" + String.join(" , ", fields) + "} }";
            AudienceEvent event =
                    only(decodeAep(profile("\"segmentMembership\":{\"ups\":" + gold + "}")));
            assertThat(event.assertions())
                    .containsExactly(ups("gold", false, "2022-01-11T21:24:39Z"));
        }
    }

    @Test
    void oneAudienceTwiceIsTwoAssertionsBecauseTheLedgerOrdersThem() {
        AudienceEvent event =
                only(
                        decodeAep(
                                profile(
                                        """
                                        "segmentMembership":{"ups":{
                                        "gold":{"status":"exited"},"gold":{"status":"realized"}}}""")));
        assertThat(event.assertions()).extracting(Assertion::in).containsExactly(false, true);
    }

    @Test
    void anAudienceIdIsOpaqueAndKeepsItsSpelling() {
        AudienceEvent event =
                only(
                        decodeAep(
                                profile(
                                        """
                                        "segmentMembership":{"Ups":{"xdm:Gold ÿ":{"status":"exited"}}}""")));
        assertThat(event.assertions())
                .containsExactly(new Assertion("ups", "xdm:Gold ÿ", false, ARRIVED, 0));
    }

    @Test
    void anEventMayHoldNothingButIdentities() {
        AudienceEvent event = only(decodeAep(profile("\"segmentMembership\":null")));
        assertThat(event.assertions()).isEmpty();
        assertThat(event.attributes()).isEmpty();
        assertThat(event.identities()).containsExactly(new Identity("ecid", "1457"));
    }

    private static Assertion ups(String audience, boolean in, String time) {
        return new Assertion("ups", audience, in, at(time), 0);
    }
}
