package io.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdentityTest extends SandboxTestCase {

    @Test
    void givesATokenForTheCredentialsInTheQuery() {
        JsonNode token = client.token("sandbox", "sandbox").json();

        assertThat(keys(token))
                .containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "scope");
        assertThat(token.path("token_type").asText()).isEqualTo("bearer");
        assertThat(token.path("expires_in").isInt()).isTrue();
        assertThat(token.path("expires_in").asInt()).isBetween(3590, 3599);
        assertThat(token.path("scope").asText()).isEqualTo("rollcall@api.example.com");
    }

    @Test
    void givesTheSameTokenForTheCredentialsInAForm() {
        String form = "grant_type=client_credentials&client_id=sandbox&client_secret=sandbox";

        assertThat(client.form("/identity/oauth/token", form).json().path("access_token"))
                .isEqualTo(client.token("sandbox", "sandbox").json().path("access_token"));
    }

    @Test
    void saysTheLifeThatTheTokenHasLeft() {
        marketo.clock().shift(Duration.ofSeconds(1000));

        assertThat(client.token("sandbox", "sandbox").json().path("expires_in").asInt())
                .isBetween(2590, 2600);
    }

    @Test
    void refusesAWrongSecretWithStatus401() {
        MarketoClient.Reply reply = client.token("sandbox", "wrong");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().path("error").asText()).isEqualTo("invalid_client");
        assertThat(keys(reply.json())).containsExactlyInAnyOrder("error", "error_description");
    }

    @Test
    void refusesAnUnknownClientWithStatus401() {
        MarketoClient.Reply reply = client.token("stranger", "sandbox");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().path("error").asText()).isEqualTo("unauthorized");
    }

    @Test
    void refusesCallsWithoutATokenWith600() {
        assertThat(client.withToken(null).get("/rest/v1/lists.json").code()).isEqualTo("600");
    }

    @Test
    void doesNotTakeATokenFromTheQuery() {
        String token = client.token("sandbox", "sandbox").json().path("access_token").asText();

        assertThat(client.withToken(null).get("/rest/v1/lists.json?access_token=" + token).code())
                .isEqualTo("600");
    }

    @Test
    void refusesAnInventedTokenWith601() {
        assertThat(client.withToken("x").get("/rest/v1/lists.json").code()).isEqualTo("601");
    }

    @Test
    void refusesAnExpiredTokenWith602AndGivesANewOne() {
        marketo.clock().shift(Duration.ofHours(1));

        assertThat(client.get("/rest/v1/lists.json").code()).isEqualTo("602");
        assertThat(client.authorize().get("/rest/v1/lists.json").code()).isEmpty();
    }

    @Test
    void neverCountsRefusedTokens() {
        client.withToken("x").get("/rest/v1/lists.json");

        assertThat(marketo.meter().today().total()).isZero();
        assertThat(marketo.meter().callsInWindow()).isZero();
    }

    @Test
    void answersAnUnknownMunchkinIdLikeAWrongHost() {
        MarketoClient.Reply reply =
                new MarketoClient(sandbox.url("999-XYZ-999")).token("sandbox", "sandbox");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).startsWith("<html>");
    }
}
