package io.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.sandbox.MarketoClient.Reply;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Effect;
import io.rollcall.sandbox.marketo.FaultSpec;
import io.rollcall.sandbox.marketo.IngestionPace;
import io.rollcall.sandbox.marketo.StaticList;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Data Ingestion API, as Marketo's developer guide has it. */
class IngestionTest extends SandboxTestCase {
    private static final String LISTS = "/subscriptions/" + ID + "/lists";

    private StaticList gold;
    private long ada;

    @BeforeEach
    void listAndLead() {
        gold = marketo.lists().create("Gold");
        ada = marketo.leads().create("ada@example.com").id();
        pace(IngestionPace.DEFAULT.after(0).againAfter(0));
    }

    private void pace(IngestionPace pace) {
        marketo.ingestion().pace(pace);
    }

    private Reply add(String leads) {
        return client.ingest(LISTS, "{\"listId\":" + gold.id() + ",\"input\":[" + leads + "]}");
    }

    private Reply addAda() {
        return add("{\"leadId\":" + ada + "}");
    }

    private static String code(Reply reply) {
        return reply.json().path("error_code").asText();
    }

    @Test
    void acceptsWithoutABodyAndAddsLater() {
        pace(IngestionPace.DEFAULT.after(200).againAfter(0));

        Reply reply = addAda();

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body()).isEmpty();
        assertThat(gold.members()).isEmpty();
        await().until(() -> gold.contains(ada));
        assertThat(marketo.calls().of(CallKind.INGEST).get(0).records()).isOne();
    }

    @Test
    void carriesOutOnceMoreWhatHasBeenUndoneSince() {
        pace(IngestionPace.DEFAULT.after(0).againAfter(300));
        addAda();
        await().until(() -> gold.contains(ada));

        gold.remove(ada);

        await().atMost(Duration.ofSeconds(5)).until(() -> gold.contains(ada));
    }

    @Test
    void takesNothingOfTheLimitsOfRest() {
        addAda();

        assertThat(marketo.meter().today().total()).isZero();
        assertThat(marketo.meter().callsInWindow()).isZero();
        assertThat(marketo.ingestion().objectsToday()).isOne();
    }

    @Test
    void saysNothingOfLeadsThatAreGone() {
        assertThat(add("{\"leadId\":99999}").status()).isEqualTo(202);
    }

    @Test
    void refusesWhatIsWrongWithCodesOfItsOwn() {
        String many =
                IntStream.rangeClosed(1, 1_001)
                        .mapToObj(id -> "{\"leadId\":" + id + "}")
                        .collect(Collectors.joining(","));

        assertThat(code(add(many))).isEqualTo("4000802");
        assertThat(code(add(""))).isEqualTo("4000802");
        assertThat(code(client.ingest(LISTS, "{"))).isEqualTo("4000801");
        assertThat(code(client.ingest("/subscriptions/999-XYZ-999/lists", "{}")))
                .isEqualTo("404040");
        assertThat(code(client.withToken("nonsense").ingest(LISTS, "{}"))).isEqualTo("401013");
        assertThat(code(client.withToken(null).ingest(LISTS, "{}"))).isEqualTo("403010");
    }

    @Test
    void countsRequestsASecondAndObjectsADay() {
        pace(IngestionPace.DEFAULT.after(0).atMost(1, 100));
        addAda();
        assertThat(code(addAda())).isEqualTo("429001");

        pace(IngestionPace.DEFAULT.after(0).atMost(5_000, 1));
        Reply beyond = addAda();

        assertThat(beyond.status()).isEqualTo(429);
        assertThat(beyond.json().toString())
                .isEqualTo("{\"error_code\":\"4290801\",\"message\":\"Daily quota reached\"}");
    }

    @Test
    void suffersFaultsAsRestDoes() {
        marketo.faults().add(FaultSpec.code("5000801").on(CallKind.INGEST).times(1));
        marketo.faults().add(FaultSpec.of(Effect.REVOKE).on(CallKind.INGEST).times(1));

        assertThat(addAda().status()).isEqualTo(500);
        assertThat(code(addAda())).isEqualTo("401013");
        assertThat(gold.members()).isEmpty();
    }

    @Test
    void aCodeOfRestMeetsNoIngestion() {
        marketo.faults().add(FaultSpec.code("601").times(1));

        assertThat(addAda().status()).isEqualTo(202);
        assertThat(marketo.faults().inForce()).hasSize(1);
    }
}
