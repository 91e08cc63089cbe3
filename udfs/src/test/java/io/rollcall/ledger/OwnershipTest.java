package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.NOW;
import static io.rollcall.ledger.Household.ADA;
import static io.rollcall.ledger.Household.ADA_NEW;
import static io.rollcall.ledger.Household.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rollcall.activation.Activation.ConsentRule;
import io.rollcall.pack.Packer;
import io.rollcall.report.LeadNote;
import io.rollcall.report.Report;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** DESIGN §3.1.7: several people on one lead. */
class OwnershipTest {

    private final Household house = Household.with(Setup.gold());

    /** Ada is known by her address, and Marketo said which device her lead has. */
    private Household adaOnGold() {
        return house.hear(Told.of(ADA).in("gold", NOW)).found(ADA, 7, ADA, DEVICE).added(ADA, 7);
    }

    @Test
    void anExitByEcidReachesThePersonKnownByEmail() {
        adaOnGold().hear(Told.of(DEVICE).out("gold", NOW + 1));

        assertThat(house.about(7)).extracting(Wish::kind).containsExactly(Wish.Kind.REMOVE);
        assertThat(house.about(7)).extracting(Wish::person).containsExactly(ADA);
    }

    @Test
    void anExitThatCameBeforeTheLeadWasFoundCountsToo() {
        house.hear(Told.of(DEVICE).out("gold", NOW + 1));
        house.hear(Told.of(ADA).in("gold", NOW)).found(ADA, 7, ADA, DEVICE);

        assertThat(house.at(ADA).list(Setup.GOLD).wish).isEqualTo(Wish.Kind.REMOVE);
    }

    @Test
    void theNewestAssertionWinsWhoeverItNames() {
        adaOnGold().hear(Told.of(DEVICE).out("gold", NOW + 1)).removed(ADA, 7);

        house.hear(Told.of(ADA).in("gold", NOW + 2));
        assertThat(house.about(7)).extracting(Wish::kind).containsExactly(Wish.Kind.ADD);

        house.hear(Told.of(DEVICE).out("gold", NOW - 5));
        assertThat(house.wishes).isEmpty();
    }

    /** Put on by hand, or by a merge: then the lead may have one of its names only. */
    @Test
    void whatAPageTellsOfTheLeadUnderAnotherNameReachesItsOwner() {
        house.hear(Told.of(DEVICE).in("gold", NOW - 1)).hear(Told.of(DEVICE).out("gold", NOW + 1));
        house.hear(Told.of(ADA).in("gold", NOW)).found(ADA, 7, ADA, DEVICE).removed(ADA, 7);
        assertThat(house.at(ADA).list(Setup.GOLD).reported).isEqualTo(Reported.OUT);

        house.present(DEVICE, 7);

        assertThat(house.about(7)).extracting(Wish::kind).containsExactly(Wish.Kind.REMOVE);
    }

    @Test
    void aPageFromBeforeARemovalDoesNotProveWhoIsOn() {
        house.hear(Told.of(DEVICE).out("gold", NOW + 1));
        house.hear(Told.of(ADA).in("gold", NOW)).found(ADA, 7, ADA, DEVICE);
        long begun = house.bench.announced();
        house.removed(ADA, 7);

        house.present(DEVICE, begun, 7);

        assertThat(house.at(ADA).list(Setup.GOLD).reported).isEqualTo(Reported.UNKNOWN);
        assertThat(house.about(7)).extracting(Wish::kind).containsExactly(Wish.Kind.REMOVE);
    }

    @Test
    void aRepeatWithANewerTimeCountsAgainstAnOlderExit() {
        adaOnGold().hear(Told.of(DEVICE).out("gold", NOW + 1)).removed(ADA, 7);

        house.hear(Told.of(ADA).in("gold", NOW + 2).sentAt(NOW + 2));

        assertThat(house.at(ADA).list(Setup.GOLD).wish).isEqualTo(Wish.Kind.ADD);
    }

    @Test
    void anAddressThatChangedInMarketoLeadsToTheSameLead() {
        adaOnGold().hear(Told.of(ADA_NEW).in("gold", NOW + 1)).found(ADA_NEW, 7, ADA_NEW);
        assertThat(house.people(7)).startsWith(ADA).contains(ADA_NEW);

        house.hear(Told.of(ADA_NEW).out("gold", NOW + 2));

        assertThat(house.about(7)).extracting(Wish::kind).containsExactly(Wish.Kind.REMOVE);
    }

    @Test
    void anAddressThatChangedInMessagesAloneFollowsTheLead() {
        house.hear(Told.of(ADA).also("ecid", "3814").in("gold", NOW)).found(ADA, 7).added(ADA, 7);

        house.hear(Told.of(ADA_NEW).also("ecid", "3814").out("gold", NOW + 1));

        assertThat(house.about(7)).extracting(Wish::kind).containsExactly(Wish.Kind.REMOVE);
        assertThat(house.people(7)).containsExactly(ADA, DEVICE, ADA_NEW);
    }

    @Test
    void whoeverHasTheLeadToThemselvesTellsNobodyButItsRow() {
        house.hear(Told.of(ADA).in("gold", NOW)).found(ADA, 7).added(ADA, 7);

        assertThat(house.written).extracting(Report::kind).containsExactly(Report.Kind.CLAIM);
        assertThat(house.people(7)).containsExactly(ADA);
        assertThat(house.hear(Told.of(ADA).in("gold", NOW + 1)).written).hasSize(1);
    }

    @Test
    void ofTwoWhoClaimAtOnceTheFirstInTheTopicOwnsTheLead() {
        house.hear(Told.of(ADA).in("gold", NOW)).hear(Told.of(DEVICE).in("gold", NOW));
        house.found(DEVICE, 7).found(ADA, 7);

        assertThat(house.at(DEVICE).aliasOf).isNull();
        assertThat(house.at(ADA).aliasOf).isEqualTo(DEVICE);
        assertThat(house.at(ADA).list(Setup.GOLD).wish).isNull();
    }

    @Test
    void whatAnAliasHasUnderWayIsToldToTheOwner() {
        house.hear(Told.of(ADA).in("gold", NOW)).hear(Told.of(DEVICE).in("gold", NOW));
        house.found(DEVICE, 7).found(ADA, 7);

        house.added(ADA, 7);

        assertThat(house.at(DEVICE).list(Setup.GOLD).reported).isEqualTo(Reported.IN);
        assertThat(house.at(DEVICE).list(Setup.GOLD).wish).isNull();
    }

    @Test
    void aForwardReadTwiceOrLateChangesNothing() {
        adaOnGold().hear(Told.of(DEVICE).in("gold", NOW + 1));
        Report late = house.last(Report.Kind.FORWARD);
        house.hear(Told.of(DEVICE).out("gold", NOW + 2)).removed(ADA, 7);
        byte[] before = house.bench.rows.rows.get(ADA).clone();

        house.read(late).read(house.last(Report.Kind.FORWARD)).readAll();

        assertThat(house.bench.rows.rows.get(ADA)).isEqualTo(before);
    }

    @Test
    void anOwnerThatLosesTheLeadLeavesItToTheNext() {
        adaOnGold().hear(Told.of(DEVICE).in("gold", NOW + 1));

        house.hear(Told.of(ADA).out("gold", NOW + 2)).gone(ADA, 7);

        assertThat(house.at(ADA).lead).isZero();
        assertThat(house.people(7)).containsExactly(DEVICE);
        assertThat(house.at(DEVICE).aliasOf).isNull();
        assertThat(house.about(7)).extracting(Wish::person).contains(DEVICE);
    }

    @Test
    void twoOwnersMeetWhereTheirLeadsWereMerged() {
        house.hear(Told.of(ADA).in("gold", NOW)).found(ADA, 7).added(ADA, 7);
        house.hear(Told.of(DEVICE).in("gold", NOW)).found(DEVICE, 8).added(DEVICE, 8);

        house.hear(Told.of(DEVICE).out("gold", NOW + 1)).gone(DEVICE, 8).found(DEVICE, 7);

        assertThat(house.people(8)).isEmpty();
        assertThat(house.people(7)).containsExactly(ADA, DEVICE);
        assertThat(house.at(ADA).list(Setup.GOLD).wish).isEqualTo(Wish.Kind.REMOVE);
    }

    @Test
    void whatMarketoSaysOfALeadCountsMoreThanWhatAnotherRowBelieves() {
        house.hear(Told.of(DEVICE).in("gold", NOW)).found(DEVICE, 8).added(DEVICE, 8);
        house.hear(Told.of(ADA).also("ecid", "3814").in("gold", NOW)).found(ADA, 7);

        assertThat(house.at(DEVICE).lead).isEqualTo(8);
        assertThat(house.at(DEVICE).aliasOf).isNull();
        assertThat(house.people(7)).containsExactly(ADA);
    }

    @Test
    void aMergeThatNobodyToldOfLeavesTheFurtherLead() {
        house.present(ADA, 7).present(ADA, 8);
        house.hear(Told.of(ADA).out("gold", NOW + 1)).removed(ADA, 7).removed(ADA, 8);

        house.hear(Told.of(DEVICE).in("gold", NOW)).found(DEVICE, 8, DEVICE, ADA);

        assertThat(house.people(8)).containsExactlyInAnyOrder(ADA, DEVICE);
        assertThat(house.at(DEVICE).list(Setup.GOLD).wish).isNotEqualTo(Wish.Kind.ADD);
    }

    @Test
    void theLeadThatIsLeftForAFurtherOneIsNotForgottenOnTheList() {
        house.hear(Told.of(ADA).in("gold", NOW)).found(ADA, 7).added(ADA, 7).present(ADA, 8);
        house.hear(Told.of(ADA).out("gold", NOW + 1));

        house.hear(Told.of(DEVICE).in("gold", NOW)).found(DEVICE, 8, DEVICE, ADA);

        assertThat(house.at(ADA).lead).isEqualTo(8);
        assertThat(house.at(ADA).others).contains(7L);
        assertThat(house.at(ADA).list(Setup.GOLD).others).extracting(OtherLead::lead).contains(7L);
    }

    @Test
    void whoLosesALeadOfTheirOwnIsLookedForUnderTheOtherName() {
        house.hear(Told.of(DEVICE).in("gold", NOW)).found(DEVICE, 8).added(DEVICE, 8);
        house.hear(Told.of(ADA).also("ecid", "3814").in("gold", NOW)).found(ADA, 7).added(ADA, 7);

        house.hear(Told.of(DEVICE).out("gold", NOW + 1)).gone(DEVICE, 8);
        assertThat(house.wishes).extracting(Wish::value).contains("ada@example.com");
        house.found(DEVICE, 7);

        assertThat(house.people(7)).containsExactly(ADA, DEVICE);
        assertThat(house.at(ADA).list(Setup.GOLD).wish).isEqualTo(Wish.Kind.REMOVE);
    }

    @Test
    void whoJoinsUnderANameNeverLookedUpIsLookedForFirst() {
        adaOnGold().hear(Told.of(DEVICE).in("gold", NOW + 1));
        assertThat(house.wishes).extracting(Wish::kind).contains(Wish.Kind.LOOKUP);

        house.found(DEVICE, 8);

        assertThat(house.people(8)).containsExactly(DEVICE);
        assertThat(house.people(7)).containsExactly(ADA);
        assertThat(house.at(ADA).aliases).isEmpty();
    }

    @Test
    void whoIsNotFoundUnderTheirOwnNameStaysWithTheLeadOfTheOther() {
        adaOnGold().hear(Told.of(DEVICE).in("gold", NOW + 1)).notFound(DEVICE);

        assertThat(house.at(DEVICE).aliasOf).isEqualTo(ADA);
        assertThat(house.sweep().wishes).isEmpty();
    }

    @Test
    void aGrantOlderThanTheOneHeededIsVoid() {
        adaOnGold().hear(Told.of(DEVICE).out("gold", NOW + 1));
        Report former = house.last(Report.Kind.GRANT);
        house.gone(ADA, 7);
        assertThat(house.at(DEVICE).aliasOf).isNull();

        house.read(former).readAll();

        assertThat(house.at(DEVICE).aliasOf).isNull();
        assertThat(house.people(7)).containsExactly(DEVICE);
    }

    @Test
    void aForwardToWhoNoLongerHasTheLeadMakesOneHopAndAsksTheRowAgain() {
        adaOnGold().hear(Told.of(DEVICE).in("gold", NOW + 1)).notFound(DEVICE);
        Report misled = house.last(Report.Kind.FORWARD);
        house.gone(ADA, 7);
        int before = house.notes(Report.Kind.RELEASE).size();

        house.read(misled).readAll();

        assertThat(house.notes(Report.Kind.RELEASE)).hasSize(before + 1);
        assertThat(house.last(Report.Kind.RELEASE).note().from()).isEqualTo(ADA);
        assertThat(house.people(7)).containsExactly(DEVICE);
    }

    @Test
    void aClaimMadeAgainIsAnsweredAgain() {
        adaOnGold().hear(Told.of(DEVICE).out("gold", NOW + 1));
        Report claim =
                Report.note(
                        Report.Kind.CLAIM,
                        "rollcall",
                        Setup.INSTANCE,
                        NOW,
                        LeadNote.toLead(DEVICE, 7, 0, List.of()));
        int before = house.notes(Report.Kind.GRANT).size();

        house.read(claim).readAll();

        assertThat(house.notes(Report.Kind.GRANT)).hasSize(before + 1);
        assertThat(house.people(7)).containsExactly(ADA, DEVICE);
    }

    @Test
    void aReleaseOlderThanTheClaimIsVoid() {
        adaOnGold();
        LeadNote old = LeadNote.toLead(ADA, 7, 1, List.of());

        house.read(Report.note(Report.Kind.RELEASE, "rollcall", Setup.INSTANCE, NOW, old));

        assertThat(house.people(7)).startsWith(ADA);
    }

    /** Written again by a restart, it stands behind a claim that it knew nothing of. */
    @Test
    void aReleaseOfAnOlderGrantDoesNotUndoALaterClaimOfTheName() {
        adaOnGold();
        long known = house.last(Report.Kind.CLAIM).note().stamp();
        LeadNote old = LeadNote.toLead(DEVICE, 7, known, List.of());

        house.read(Report.note(Report.Kind.RELEASE, "rollcall", Setup.INSTANCE, NOW, old));

        assertThat(house.people(7)).containsExactly(ADA, DEVICE);
    }

    @Test
    void aRefusalAtAnAliasLeavesByItselfAndIsForwarded() {
        Household consenting = Household.with(Setup.asking(ConsentRule.OPT_OUT));
        consenting
                .hear(Told.of(ADA).in("gold", NOW))
                .found(ADA, 7, ADA, DEVICE)
                .added(ADA, 7)
                .hearAlone(Told.of(DEVICE).attribute(Setup.EMAIL_CONSENT, "n", NOW + 1));

        assertThat(consenting.wishes).extracting(Wish::person).containsExactly(DEVICE);
        assertThat(consenting.wishes).extracting(Wish::lane).containsExactly(Lane.CONSENT);
        consenting.readAll();
        assertThat(consenting.at(ADA).list(Setup.GOLD).wish).isEqualTo(Wish.Kind.REMOVE);
        assertThat(consenting.at(ADA).list(Setup.GOLD).lane).isEqualTo(Lane.CONSENT);
    }

    @Test
    void whatAnAliasSaidDoesNotExpireWhileItCounts() {
        adaOnGold().hear(Told.of(DEVICE).out("gold", NOW + 1)).removed(ADA, 7);

        house.bench.readToTheEnd(Setup.GOLD, house.bench.newest());
        house.bench.after(Duration.ofDays(200));
        house.sweep();

        assertThat(house.bench.rows.rows).containsKeys(ADA, DEVICE);
        assertThat(house.wishes).isEmpty();
    }

    @Test
    void whoExpiresLeavesTheLeadsRowToo() {
        house.hear(Told.of(ADA).in("gold", NOW)).found(ADA, 7).added(ADA, 7);
        house.hear(Told.of(ADA).out("gold", NOW + 1)).removed(ADA, 7);

        house.bench.after(Duration.ofDays(200));
        house.sweep();

        assertThat(house.bench.rows.rows).isEmpty();
    }

    @Test
    void aSweepStatesTheWishesOfASharedLeadAgain() {
        adaOnGold().hear(Told.of(DEVICE).out("gold", NOW + 1));

        assertThat(house.sweep().wishes).extracting(Wish::kind).containsExactly(Wish.Kind.REMOVE);
    }

    @Test
    void removalsOfFurtherLeadsAreStatedAgainToo() {
        adaOnGold().present(ADA, 8).hear(Told.of(DEVICE).out("gold", NOW + 1));

        assertThat(house.sweep().wishes)
                .extracting(Wish::kind, Wish::lead)
                .containsExactlyInAnyOrder(
                        tuple(Wish.Kind.REMOVE, 7L), tuple(Wish.Kind.REMOVE, 8L));
    }

    @Test
    void theOwnerHearsOfACallThatTookItsLeadOffInAnothersName() {
        house.hear(Told.of(DEVICE).in("gold", NOW)).found(DEVICE, 8).added(DEVICE, 8);
        house.present(ADA, 7).present(ADA, 8).hear(Told.of(ADA).out("gold", NOW));

        house.removed(ADA, 8);

        assertThat(house.at(DEVICE).list(Setup.GOLD).reported).isEqualTo(Reported.OUT);
        assertThat(house.about(8))
                .extracting(Wish::person, Wish::kind)
                .containsExactly(tuple(DEVICE, Wish.Kind.ADD));
    }

    @Test
    void whoClaimsALeadHearsWhatCallsDidToItBefore() {
        house.present(ADA, 7).present(ADA, 8).hear(Told.of(ADA).out("gold", NOW)).removed(ADA, 8);

        house.hear(Told.of(DEVICE).in("gold", NOW)).found(DEVICE, 8);

        assertThat(house.at(DEVICE).list(Setup.GOLD).sequence).isGreaterThan(0);
        assertThat(house.at(DEVICE).list(Setup.GOLD).reported).isEqualTo(Reported.OUT);
    }

    /** Most rows of leads end before what came to them later. */
    @Test
    void aLeadsRowOfBeforeIsReadAndReadableBefore() {
        OwnerRow row = new OwnerRow();
        row.add(ADA, 3);
        Packer before = new Packer();
        before.put(OwnerRow.VERSION);
        before.put(Row.Kind.OWNER.ordinal());
        before.varint(0);
        before.varint(1);
        before.string(ADA);
        before.varint(4);

        assertThat(row.encode()).isEqualTo(before.bytes());
        assertThat(OwnerRow.decode(before.bytes()).people()).containsExactly(ADA);
        assertThat(OwnerRow.hasOwner(before.bytes())).isTrue();
        assertThat(OwnerRow.hasOwner(new OwnerRow().encode())).isFalse();
    }

    @Test
    void whatAReadHasOvertakenIsKeptForNobody() {
        house.present(ADA, 7).present(ADA, 8).hear(Told.of(ADA).out("gold", NOW)).removed(ADA, 8);
        String lead = OwnerRow.key(Setup.INSTANCE, 8);
        assertThat(house.sweep().bench.rows.rows).containsKey(lead);

        house.bench.readToTheEnd(Setup.GOLD, 1_000);

        assertThat(house.sweep().bench.rows.rows).doesNotContainKey(lead);
    }

    @Test
    void aCallForALeadThatNobodyOwnsIsToldToNobody() {
        house.present(ADA, 7).present(ADA, 8).hear(Told.of(ADA).out("gold", NOW));

        house.removed(ADA, 8);

        assertThat(house.notes(Report.Kind.OTHERS_LEAD))
                .extracting(LeadNote::to)
                .containsOnlyNulls();
        assertThat(house.people(8)).isEmpty();
    }

    @Test
    void noMappedValueIsEverForwarded() {
        adaOnGold()
                .hear(
                        Told.of(DEVICE)
                                .out("gold", NOW + 1)
                                .attribute("firstName", "Ada", NOW + 1)
                                .attribute(Setup.EMAIL_CONSENT, "y", NOW + 1));

        Voice voice = Voice.decode(house.last(Report.Kind.FORWARD).note().record());
        assertThat(voice.consents()).hasSize(1);
        assertThat(voice.claims()).hasSize(1);
    }
}
