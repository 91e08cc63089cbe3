package io.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.sandbox.marketo.Call;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Effect;
import io.rollcall.sandbox.marketo.ErrorCode;
import io.rollcall.sandbox.marketo.FaultSpec;
import io.rollcall.sandbox.marketo.StaticList;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest extends ListTestCase {
    private MarketoClient.Reply addAda() {
        return client.post(path + "?id=" + ada);
    }

    private Call lastCall() {
        return marketo.calls().latest(1).get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "502", "603", "604", "606", "607", "608", "611", "614", "615", "713", "719", "1019",
                "1029"
            })
    void answersAnyCodeInPlaceOfTheWork(String code) {
        marketo.faults().add(FaultSpec.code(code).times(1));

        MarketoClient.Reply reply = addAda();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.json().path("errors").path(0).path("message").asText())
                .isEqualTo(ErrorCode.of(code).shortName());
        assertThat(gold.members()).isEmpty();
        assertThat(lastCall().executed()).isFalse();
        assertThat(addAda().code()).isEmpty();
    }

    @Test
    void namesCodesWithoutTheirPlaceholders() {
        assertThat(ErrorCode.of("606").shortName())
                .isEqualTo("Max rate limit exceeded with in secs");
        assertThat(ErrorCode.of("1006").shortName()).isEqualTo("Field not found");
    }

    @Test
    void answersACodeAlthoughTheWorkWasDone() {
        marketo.faults().add(FaultSpec.code("611").executed(true));

        assertThat(addAda().code()).isEqualTo("611");
        assertThat(gold.members()).containsExactly(ada);
        assertThat(lastCall().executed()).isTrue();
    }

    @Test
    void skipsSingleRecordsByLeadIdAndByEMail() {
        marketo.faults().add(FaultSpec.recordCode("1037").on(CallKind.LIST_ADD).onLead(ada));
        marketo.faults()
                .add(FaultSpec.recordCode("1003").on(CallKind.UPSERT).onEmail("eve@example.com"));

        assertThat(
                        client.post(path + "?id=" + ada + "&id=" + bob)
                                .result()
                                .findValuesAsText("status")
                                .toString())
                .isEqualTo("[skipped, added]");
        assertThat(
                        client.json(
                                        "/rest/v1/leads.json",
                                        "{\"input\":[{\"email\":\"eve@example.com\"}]}")
                                .result()
                                .path(0)
                                .path("reasons")
                                .path(0)
                                .path("code")
                                .asText())
                .isEqualTo("1003");
        assertThat(marketo.leads().byEmail("eve@example.com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {413, 500, 502, 503, 504})
    void answersAnHttpStatusWithAPage(int status) {
        marketo.faults().add(FaultSpec.http(status));

        MarketoClient.Reply reply = addAda();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).startsWith("<html>");
        assertThat(lastCall().verdict()).isEqualTo("" + status);
    }

    @Test
    void losesTheAnswerAfterTheWorkWasDone() {
        marketo.faults().add(FaultSpec.of(Effect.LOST));

        assertThatThrownBy(this::addAda).isInstanceOf(UncheckedIOException.class);
        assertThat(gold.members()).containsExactly(ada);
        assertThat(lastCall().verdict()).isEqualTo("lost");
    }

    @Test
    void worksAfterTheClientHasGivenUpAndHoldsItsPlaceUntilThen() {
        marketo.faults().add(FaultSpec.of(Effect.LATE).lasting(300));

        assertThatThrownBy(this::addAda).isInstanceOf(UncheckedIOException.class);
        assertThat(gold.members()).isEmpty();
        assertThat(marketo.meter().inFlight()).isEqualTo(1);
        Awaitility.await().until(() -> marketo.meter().inFlight() == 0);
        assertThat(gold.members()).containsExactly(ada);
        assertThat(lastCall().verdict()).isEqualTo("late");
        assertThat(lastCall().executed()).isTrue();
    }

    @Test
    void cutsTheConnectionHalfWayThroughTheBody() {
        marketo.faults().add(FaultSpec.of(Effect.CUT));

        assertThatThrownBy(this::addAda).isInstanceOf(UncheckedIOException.class);
        assertThat(gold.members()).containsExactly(ada);
    }

    @Test
    void answersHalfADocument() {
        marketo.faults().add(FaultSpec.of(Effect.GARBAGE));

        MarketoClient.Reply reply = addAda();

        assertThat(reply.status()).isEqualTo(200);
        assertThatThrownBy(reply::json).isInstanceOf(AssertionError.class);
    }

    @Test
    void hangsAndThenClosesTheConnection() {
        marketo.faults().add(FaultSpec.of(Effect.HANG).lasting(200).executed(false));

        assertThatThrownBy(this::addAda).isInstanceOf(UncheckedIOException.class);
        assertThat(lastCall().durationMillis()).isGreaterThanOrEqualTo(200);
        assertThat(gold.members()).isEmpty();
    }

    @Test
    void delaysTheWorkAndTricklesTheAnswer() {
        marketo.faults().add(FaultSpec.of(Effect.DELAY).lasting(150).times(1));
        marketo.faults().add(FaultSpec.of(Effect.SLOW).lasting(150).times(1));

        assertThat(addAda().code()).isEmpty();
        assertThat(lastCall().durationMillis()).isGreaterThanOrEqualTo(150);
        long start = System.nanoTime();
        assertThat(addAda().result()).hasSize(1);
        assertThat(System.nanoTime() - start).isGreaterThan(100_000_000);
    }

    @Test
    void revokesTheTokenUntilANewOneIsFetched() {
        marketo.faults().add(FaultSpec.of(Effect.REVOKE).times(1));

        assertThat(addAda().code()).isEqualTo("601");
        assertThat(addAda().code()).isEqualTo("601");
        client.authorize();
        assertThat(addAda().code()).isEmpty();
    }

    @Test
    void refusesTokensOnlyWhenToldTo() {
        marketo.faults().add(FaultSpec.code("713"));
        assertThat(client.token("sandbox", "sandbox").status()).isEqualTo(200);

        marketo.faults().add(FaultSpec.of(Effect.UNAUTHORIZED).on(CallKind.TOKEN));
        assertThat(client.token("sandbox", "sandbox").status()).isEqualTo(401);
    }

    @Test
    void strikesOnlyTheKindTheListAndTheNumberAskedFor() {
        StaticList silver = marketo.lists().create("Silver");
        marketo.faults()
                .add(FaultSpec.code("713").on(CallKind.LIST_ADD).onList(gold.id()).times(1));

        assertThat(client.get(path).code()).isEmpty();
        assertThat(
                        client.post(path.replace("" + gold.id(), "" + silver.id()) + "?id=" + ada)
                                .code())
                .isEmpty();
        assertThat(addAda().code()).isEqualTo("713");
        assertThat(addAda().code()).isEmpty();
        assertThat(marketo.faults().inForce()).isEmpty();
    }

    @Test
    void strikesWithTheProbabilityAskedFor() {
        unlimited();
        marketo.chance().seed(1);
        marketo.faults().add(FaultSpec.code("713").withProbability(0.5));

        long struck = IntStream.range(0, 200).filter(n -> addAda().code().equals("713")).count();

        assertThat(struck).isBetween(70L, 130L);
    }

    @Test
    void refusesFaultsThatMakeNoSense() {
        assertThatThrownBy(() -> marketo.faults().add(FaultSpec.of(Effect.CODE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> marketo.faults().add(FaultSpec.of(Effect.HTTP)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
