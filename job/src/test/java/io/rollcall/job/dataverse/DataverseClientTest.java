package io.rollcall.job.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.call.AsyncHttp;
import io.rollcall.job.config.DataverseApi;
import io.rollcall.sandbox.dataverse.Dataverse;
import io.rollcall.sandbox.http.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a Dataverse that behaves as documented. */
class DataverseClientTest {

    private static final String SELECT = "/api/data/v9.2/contacts?$select=contactid,firstname";

    @TempDir Path folder;

    private Dataverse dataverse;
    private DataverseClient client;

    @BeforeEach
    void start() throws IOException {
        dataverse = Dataverse.start("s3cret");
        client = client("s3cret", Dataverse.tenant());
        for (int i = 0; i < 700; i++) {
            dataverse.table("contact").put(id(i), Map.of("firstname", "P" + i));
        }
    }

    private DataverseClient client(String secret, String tenant) throws IOException {
        Path id = Files.writeString(folder.resolve("id"), Dataverse.clientId());
        Path file = Files.writeString(folder.resolve("secret"), secret);
        DataverseApi api =
                new DataverseApi(
                        dataverse.url(),
                        dataverse.url(),
                        tenant,
                        "file:" + id,
                        "file:" + file,
                        List.of("contact"),
                        Duration.ofMinutes(1),
                        0.2);
        return new DataverseClient(api, new AsyncHttp(), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        client.close();
        dataverse.close();
    }

    private static String id(int number) {
        return "00000000-0000-0000-0000-%012d".formatted(number);
    }

    private Reply first() throws Exception {
        return page(dataverse.url() + SELECT, true);
    }

    private Reply page(String link, boolean all) throws Exception {
        return client.page(link, all).get(30, TimeUnit.SECONDS);
    }

    @Test
    void readsAllInPagesAndThenWhatChanged() throws Exception {
        Page one = first().page();
        assertThat(one.rows()).hasSize(500);
        assertThat(one.last()).isFalse();
        dataverse.table("contact").put(id(3), Map.of("firstname", "New"));
        Page two = page(one.link(), true).page();
        assertThat(two.rows()).hasSize(200);
        assertThat(two.last()).isTrue();
        dataverse.table("contact").delete(id(4));
        Page changes = page(two.link(), false).page();
        assertThat(changes.rows()).hasSize(2);
        assertThat(changes.rows().get(0).path("firstname").asText()).isEqualTo("New");
        assertThat(Reading.isDeleted(changes.rows().get(1))).isTrue();
        assertThat(new Reading("x", "contact").id(changes.rows().get(1))).isEqualTo(id(4));
        assertThat(page(changes.link(), false).page().rows()).isEmpty();
    }

    @Test
    void aTokenThatIsNoLongerTakenIsReplaced() throws Exception {
        first();
        dataverse.revokeTokens();
        assertThat(first().trouble()).isEqualTo(Trouble.TOKEN);
        assertThat(first().page()).isNotNull();
    }

    @Test
    void limitsSayWhenToComeAgain() throws Exception {
        dataverse.busy(1, 17);
        Reply reply = first();
        assertThat(reply.trouble()).isEqualTo(Trouble.BUSY);
        assertThat(reply.retryAfter()).isEqualTo(17);
    }

    @Test
    void anExpiredLinkOfChangesIsGone() throws Exception {
        Page all = page(first().page().link(), true).page();
        dataverse.expireLinks();
        Reply reply = page(all.link(), false);
        assertThat(reply.trouble()).isEqualTo(Trouble.GONE);
        assertThat(reply.detail()).contains("HTTP 400", "0x80044352");
    }

    @Test
    void rightsAndColumnsThatAreMissingAreSaid() throws Exception {
        Reply column = page(dataverse.url() + SELECT + ",new_nothing", true);
        assertThat(column.trouble()).isEqualTo(Trouble.GONE);
        assertThat(column.detail()).contains("Could not find a property named 'new_nothing'");
        dataverse.table("contact").readable(false);
        assertThat(first().trouble()).isEqualTo(Trouble.REFUSED);
        assertThat(first().detail()).contains("HTTP 403", "missing prvReadcontact");
        dataverse.table("contact").readable(true);
        dataverse.table("contact").tracked(false);
        assertThat(first().detail()).contains("Change tracking isn't enabled");
    }

    @ParameterizedTest
    @CsvSource({"wrong, contoso.onmicrosoft.com", "s3cret, fabrikam.onmicrosoft.com"})
    void withoutATokenNothingIsAsked(String secret, String tenant) throws Exception {
        client.close();
        client = client(secret, tenant);
        assertThat(first().trouble()).isEqualTo(Trouble.FAILED);
        assertThat(first().detail()).startsWith("token");
        assertThat(dataverse.asked()).isEmpty();
    }

    @Test
    void whatIsNoPageIsTriedAgain() throws Exception {
        dataverse.failing(1, Answer.html(200, "Hello"));
        assertThat(first().trouble()).isEqualTo(Trouble.FAILED);
        dataverse.failing(1, Answer.json(200, "{\"value\":[]}".getBytes(StandardCharsets.UTF_8)));
        assertThat(first().detail()).contains("is tracking on?");
        dataverse.failing(1, Answer.html(502, "Bad Gateway"));
        assertThat(first().trouble()).isEqualTo(Trouble.FAILED);
        dataverse.failing(1, Answer.dropped());
        assertThat(first().trouble()).isEqualTo(Trouble.FAILED);
    }

    /** The token would go there too. */
    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:1/x", "https://evil.example.com/x", "x y"})
    void aLinkToAnotherHostIsNotFollowed(String link) throws Exception {
        String json = "{\"value\":[],\"@odata.deltaLink\":\"" + link + "\"}";
        dataverse.failing(1, Answer.json(200, json.getBytes(StandardCharsets.UTF_8)));
        assertThat(first().trouble()).isEqualTo(Trouble.FAILED);
    }
}
