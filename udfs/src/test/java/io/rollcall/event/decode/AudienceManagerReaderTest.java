package io.rollcall.event.decode;

import static io.rollcall.event.decode.Messages.at;
import static io.rollcall.event.decode.Messages.bytes;
import static io.rollcall.event.decode.Messages.only;
import static io.rollcall.event.decode.Messages.raw;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.Assertion;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceManagerReaderTest {

    private static final DecoderOptions OPTIONS =
            new DecoderOptions(
                    List.of("crm", "email_lc_sha256", "gaid", "idfa", "aam_uuid"),
                    Map.of(),
                    Set.of(),
                    Duration.ofMinutes(15));
    private static final Decoder DECODER =
            Decoders.audienceManager(
                    AudienceManagerOptions.ofIds(
                            List.of(
                                    new DataSource("12345", "crm"),
                                    new DataSource("67890", "email_lc_sha256"))),
                    OPTIONS);
    private static final String SEGMENT = "{'Segment_ID':'7','Status':'1'}";

    private static Decoded decode(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return DECODER.decode(raw(bytes), Messages.NOW);
    }

    /** One user of the data source, with these fields. */
    private static Decoded decode(String dataSource, String user) {
        return decode("{'User_DPID':'" + dataSource + "','Users':[{" + user + "}]}");
    }

    private static Decoded decodeSegment(String segment) {
        return decode("12345", "'DataPartner_UUID':'1','Segments':[" + segment + "]");
    }

    @Test
    void theDocumentedTransferIsTwoPeople() {
        List<AudienceEvent> people =
                DECODER.decode(raw(bytes("audience-manager.json")), Messages.NOW).events();
        assertThat(people)
                .extracting(AudienceEvent::person)
                .containsExactly("crm:4250948725049857", "crm:848457757347734");
        assertThat(people.get(0).at()).isEqualTo(at("2016-07-27T16:17:42Z"));
        assertThat(people.get(0).identities())
                .containsExactly(
                        new Identity("crm", "4250948725049857"),
                        new Identity("aam_uuid", "19393572368547369350319949416899715727"));
        assertThat(people.get(0).assertions())
                .containsExactly(
                        new Assertion("aam", "14356", true, at("2016-07-27T16:17:22Z"), 0),
                        new Assertion("aam", "12176", false, at("2016-07-27T16:17:22Z"), 0));
        assertThat(people.get(1).identities())
                .contains(new Identity("aam_uuid", "0578240750487542456854736923319946899715232"));
    }

    @Test
    void namesAreReadInAnyCase() {
        String json =
                "{'PROCESSTIME':'Wed Jul 27 16:17:42 UTC 2016','user_dpid':'12345',"
                        + "'AAM_Destination_ID':'423','USERS':[{'aam_uuid':'1',"
                        + "'datapartner_uuid':'2','SEGMENTS':[{'segment_id':'7','STATUS':'0',"
                        + "'datetime':'Wed Jul 27 16:17:22 UTC 2016'}]}]}";
        AudienceEvent event = only(decode(json));
        assertThat(event.person()).isEqualTo("crm:2");
        assertThat(event.assertions())
                .containsExactly(new Assertion("aam", "7", false, at("2016-07-27T16:17:22Z"), 0));
    }

    @Test
    void theDataSourceMayComeBehindItsUsers() {
        String json = "{'Users':[{'DataPartner_UUID':'2','Segments':[]}],'User_DPID':'12345'}";
        assertThat(only(decode(json)).person()).isEqualTo("crm:2");
    }

    @ParameterizedTest
    @CsvSource({
        "20914, 97987bca-ae59-4c7d-94ba-ee4f19ab8c21, gaid",
        "20915, 6D92078A-8246-4BA4-AE5B-76104861E7DC, idfa",
        "12345, 4250948725049857, crm",
        "0, 19393572368547369350319949416899715727, aam_uuid"
    })
    void anIdIsOfTheNamespaceOfItsDataSource(String dataSource, String id, String namespace) {
        assertThat(only(decode(dataSource, "'DataPartner_UUID':'" + id + "'")).person())
                .isEqualTo(namespace + ":" + id);
    }

    @Test
    void aHashedAddressIsTheSameInAnyCase() {
        String hash = "55e79200c1635b37ad31a378c39feb12f120f116625093a19bc32fff15041149";
        assertThat(
                        only(decode("67890", "'DataPartner_UUID':'" + hash.toUpperCase() + "'"))
                                .person())
                .isEqualTo("email_lc_sha256:" + hash);
    }

    @Test
    void anIdOfAnUnknownDataSourceNamesNobody() {
        assertThat(only(decode("999", "'DataPartner_UUID':'1','AAM_UUID':'2'")).identities())
                .containsExactly(new Identity("aam_uuid", "2"));
        assertThat(decode("999", "'DataPartner_UUID':'1'").reason())
                .isEqualTo("no-usable-identity");
    }

    @Test
    void aSegmentsIdMayBeFreeText() {
        assertThat(only(decodeSegment("{'Segment_ID':'Gold, 30+','Status':'1'}")).assertions())
                .extracting(Assertion::audience)
                .containsExactly("Gold, 30+");
    }

    @Test
    void numbersThatAreNoTextAreReadAsWell() {
        String json =
                "{'User_DPID':12345,'Users':[{'DataPartner_UUID':19393572368547369350319949416899715727,"
                        + "'Segments':[{'Segment_ID':7,'Status':0}]}]}";
        AudienceEvent event = only(decode(json));
        assertThat(event.person()).isEqualTo("crm:19393572368547369350319949416899715727");
        assertThat(event.assertions()).extracting(Assertion::in).containsExactly(false);
    }

    @Test
    void absentSegmentsSayNothing() {
        assertThat(only(decode("12345", "'DataPartner_UUID':'1'")).assertions()).isEmpty();
        assertThat(only(decodeSegment("")).assertions()).isEmpty();
    }

    @Test
    void aSegmentWithoutATimeIsOfTheTransfers() {
        String json =
                "{'ProcessTime':'Wed Jul 27 16:17:42 UTC 2016','User_DPID':'12345','Users':"
                        + "[{'DataPartner_UUID':'1','Segments':["
                        + SEGMENT
                        + "]}]}";
        assertThat(only(decode(json)).assertions().get(0).at())
                .isEqualTo(at("2016-07-27T16:17:42Z"));
    }

    @Test
    void withoutAnyTimeTheMessagesIsTaken() {
        assertThat(only(decodeSegment(SEGMENT)).assertions().get(0).at())
                .isEqualTo(Messages.ARRIVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Segment_ID':'7','Status':'2'}|unknown-status",
                "{'Segment_ID':'7','Status':'active'}|unknown-status",
                "{'Segment_ID':'7','Status':'realized'}|unknown-status",
                "{'Segment_ID':'7','Status':null}|unknown-status",
                "{'Segment_ID':'7','Status':true}|wrong-type",
                "{'Segment_ID':'7'}|unknown-status",
                "{'Status':'1'}|no-audience",
                "{'Segment_ID':' ','Status':'1'}|bad-audience",
                "{'Segment_ID':'7','Segment_ID':'8','Status':'1'}|duplicate-key",
                "{'Segment_ID':'7','Status':'1','Status':'0'}|duplicate-key",
                "{'Segment_ID':'7','Status':'1','DateTime':'2016-07-27T16:17:22Z'}|bad-time",
                "{'Segment_ID':'7','Status':'1','DateTime':'Wed Jul 27 16:17:22 CET 2016'}|bad-time",
                "{'Segment_ID':'7','Status':'1','DateTime':'Tue Jul 27 16:17:22 UTC 2016'}|bad-time",
                "{'Segment_ID':'7','Status':'1','DateTime':'Thu Jan 01 00:00:00 UTC 1970'}|bad-time",
                "{'Segment_ID':'7','Status':'1','DateTime':'Fri Nov 27 16:17:22 UTC 2026'}|future-time",
                "'7'|wrong-type"
            })
    void aSegmentIsRefusedInOneWord(String segment, String word) {
        assertThat(decodeSegment(segment).reason()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|empty",
                "{'Users':[]}|empty",
                "{'Users':{}}|wrong-type",
                "{'Users':[7]}|wrong-type",
                "{'Users':[[]]}|wrong-type",
                "{'Users':[{'DataPartner_UUID':'1'}]}|no-usable-identity",
                "{'User_DPID':'12345','Users':[{'DataPartner_UUID':'1','DataPartner_UUID':'2'}]}|duplicate-key",
                "{'User_DPID':'1','User_DPID':'2'}|duplicate-key",
                "{'ProcessTime':'now','User_DPID':'12345','Users':[{'DataPartner_UUID':'1'}]}|bad-time",
                "7|wrong-type"
            })
    void aTransferIsRefusedInOneWord(String json, String word) {
        Decoded decoded = decode(json);
        assertThat(decoded.reason()).isEqualTo(word);
        assertThat(decoded.events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "[]",
                "{'Segments':[{'Status':{'x':[1]}}]}",
                "{'Segments':[{'Segment_ID':'7','Status':'9'},{'a':{}}]}",
                "{'DataPartner_UUID':' '}"
            })
    void oneBadUserHarmsNoOther(String bad) {
        Decoded decoded =
                decode(
                        "{'User_DPID':'12345','Users':[{'DataPartner_UUID':'1'},"
                                + bad
                                + ",{'DataPartner_UUID':'2'}]}");
        assertThat(decoded.reason()).isNotNull();
        assertThat(decoded.events())
                .extracting(AudienceEvent::person)
                .containsExactly("crm:1", "crm:2");
    }
}
