package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.Mapping;
import io.rollcall.activation.Instance.PersonCreation;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.CallKind;
import io.rollcall.report.LeadField;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.testing.InstanceDraft;
import io.rollcall.wish.Wish;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappedValuesTest {

    private static final LeadField SCORE = field("leadScore", "integer");
    private static final LeadField CITY = field("city", "string");
    private static final LeadField COMPANY = field("company", "string");

    private static LeadField field(String name, String type) {
        return new LeadField(name, type, type.equals("string") ? 5 : 0, true, false, List.of());
    }

    private static Bench mapping(PersonCreation creation) {
        Instance instance =
                Setup.instance(
                        creation,
                        new Mapping("score", "leadScore"),
                        new Mapping("town", "city", Mapping.TooLong.TRUNCATE),
                        new Mapping("firm", "company"));
        return Bench.undescribed(instance, Setup.gold());
    }

    private static Bench described(PersonCreation creation) {
        return mapping(creation).describe(SCORE, CITY, COMPANY);
    }

    private static Member created(Wish wish, long lead) {
        return new Member(
                ADA,
                "email",
                0,
                lead,
                MemberStatus.CREATED,
                null,
                List.of(),
                List.of(),
                LeadWish.hash(wish.values()));
    }

    @Test
    void writesNothingBeforeMarketoHasToldWhatItsFieldsAreLike() {
        Bench bench = mapping(PersonCreation.MATCH_AND_CREATE);
        bench.hear(Told.of(ADA).in("gold", NOW).attribute("score", "7.0", NOW)).notFound();
        assertThat(bench.heard.wishes).isEmpty();

        bench.describe(SCORE, CITY, COMPANY).sweep();

        assertThat(bench.wished()).containsExactly(Wish.Kind.UPSERT);
        assertThat(bench.wish().values()).isEqualTo(Map.of("leadScore", "7"));
    }

    @Test
    void looksUpPeopleMeanwhileWhoAreNotToBeCreated() {
        Bench bench = mapping(PersonCreation.MATCH_ONLY);

        bench.hear(Told.of(ADA).in("gold", NOW).attribute("score", "7", NOW));
        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);

        assertThat(bench.found(7).wished()).containsExactly(Wish.Kind.ADD);
    }

    @Test
    void cutsATextThatIsTooLongWhereThatIsWanted() {
        Bench bench = described(PersonCreation.MATCH_ONLY);

        bench.hear(Told.of(ADA).in("gold", NOW).attribute("town", "Kaiserslautern", NOW)).found(7);

        assertThat(bench.wish().values()).isEqualTo(Map.of("city", "Kaise"));
    }

    @Test
    void leavesOutAValueThatItsFieldDoesNotTakeAndSaysSo() {
        Bench bench = described(PersonCreation.MATCH_ONLY);
        bench.hear(Told.of(ADA).in("gold", NOW)).found(7);

        bench.hear(Told.of(ADA).attribute("score", "many", NOW).attribute("town", "Bonn", NOW));

        assertThat(bench.wish().values()).isEqualTo(Map.of("city", "Bonn"));
        assertThat(bench.heard.outcomes)
                .extracting(Outcome::status, Outcome::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Outcome.Status.REJECTED,
                                "leadScore: the value is no integer; left as it is"));
        assertThat(bench.heard.counted(LedgerMetric.VALUES_REFUSED)).isEqualTo(1);
        assertThat(bench.sweep().heard.outcomes).isEmpty();
    }

    @Test
    void sameValueInOtherWordsIsNoUpdate() {
        Bench bench = described(PersonCreation.MATCH_ONLY);
        bench.hear(Told.of(ADA).in("gold", NOW).attribute("score", "7", NOW)).found(7);
        Wish first = bench.wish();
        assertThat(first.kind()).isEqualTo(Wish.Kind.UPDATE);
        bench.ended(
                CallKind.UPSERT,
                0,
                new Member(
                        ADA,
                        "id",
                        0,
                        7,
                        MemberStatus.UPDATED,
                        null,
                        List.of(),
                        List.of(),
                        LeadWish.hash(first.values())));

        bench.hear(Told.of(ADA).attribute("score", " 7.0 ", NOW + 1));

        assertThat(bench.heard.wishes).isEmpty();
    }

    @Test
    void companyFieldsGoWithCreationOnly() {
        Bench bench = described(PersonCreation.MATCH_AND_CREATE);
        bench.hear(
                Told.of(ADA)
                        .in("gold", NOW)
                        .attribute("firm", "Acme", NOW)
                        .attribute("town", "Bonn", NOW));
        Wish creation = bench.notFound().wish();
        assertThat(creation.values()).isEqualTo(Map.of("company", "Acme", "city", "Bonn"));

        bench.ended(CallKind.UPSERT, 0, created(creation, 7));
        assertThat(bench.wished()).containsExactly(Wish.Kind.ADD);

        bench.hear(Told.of(ADA).attribute("town", "Kiel", NOW + 1));
        assertThat(bench.wish().values()).isEqualTo(Map.of("city", "Kiel"));
    }

    @Test
    void readOnlyFieldsAndThoseThatDoNotExistAreNeverWritten() {
        Bench bench = mapping(PersonCreation.MATCH_ONLY);
        bench.describe(
                new LeadField("leadScore", null, 0, false, false, List.of()),
                new LeadField("city", "string", 255, false, false, List.of()));

        bench.hear(
                Told.of(ADA)
                        .in("gold", NOW)
                        .attribute("score", "7", NOW)
                        .attribute("town", "Bonn", NOW));

        assertThat(bench.found(7).wished()).containsExactly(Wish.Kind.ADD);
    }

    @Test
    void nobodyIsCreatedByALeadId() {
        Instance byId =
                InstanceDraft.usual()
                        .creating()
                        .lookup(
                                new Instance.Lookup("email", "id"),
                                new Instance.Lookup("ecid", "ecidText"))
                        .build();
        Bench bench = Bench.on(byId, Setup.gold());

        bench.hear(Told.of("email:4711").in("gold", NOW));
        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);

        bench.hear(Told.of("email:4712").also("ecid", "3814").in("gold", NOW));
        for (int i = 0; i < 2; i++) {
            bench.ended(
                    CallKind.LOOKUP,
                    0,
                    new Member(
                            "email:4712",
                            bench.wish().field(),
                            0,
                            0,
                            MemberStatus.NOT_FOUND,
                            null,
                            List.of(),
                            List.of()));
        }
        assertThat(bench.wished()).containsExactly(Wish.Kind.UPSERT);
        assertThat(bench.wish().field()).isEqualTo("ecidText");
    }

    @Test
    void explainsARefusalInWords() {
        Bench bench = described(PersonCreation.MATCH_AND_CREATE);
        bench.hear(Told.of(ADA).in("gold", NOW));

        bench.ended(CallKind.UPSERT, 0, Bench.lookup(0, MemberStatus.SKIPPED, "1010"));

        Outcome outcome = bench.heard.outcomes.get(0);
        assertThat(outcome.code()).isEqualTo("1010");
        assertThat(outcome.reason()).contains("another lead partition").contains("lead-partition");
    }
}
