package io.rollcall.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Instance.Duplicates;
import io.rollcall.report.CallKind;
import io.rollcall.report.ImportBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Secrets and personal data stay out of logs; secrets stay out of reports too. */
class DiscretionTest extends CallerTestCase {

    private static final List<String> BODIES =
            List.of(
                    "{\"success\":false,\"errors\":[{\"code\":\"1003\",\"message\":\"bad ada@acme.example\"}]}",
                    "{\"success\":false,\"errors\":[{\"code\":\"601\",\"message\":\"tok-1:lon\"}]}",
                    "{\"success\":true,\"result\":[{\"status\":\"skipped\",\"reasons\":[{\"code\":\"1003\",\"message\":\"ada@acme.example\"}]}]}",
                    "ada@acme.example <html>",
                    "email,Reason\nada@acme.example,no \"Lovelace\n",
                    "{\"success\":true,\"result\":[{\"batchId\":7,\"status\":\"ada@acme.example\",\"message\":\"ada@acme.example\"}]}",
                    "{\"requestId\":\"ada@acme.example\",\"success\":false,\"errors\":[{\"code\":\"ada@acme.example\"}]}");

    private static final List<CallKind> IMPORTS =
            Arrays.stream(CallKind.values()).filter(CallKind::isImport).toList();

    @Test
    void nothingOfWhatIsSentOrAnsweredIsLogged() throws Exception {
        List<String> reports = new ArrayList<>();
        try (LogCapture log = new LogCapture();
                RawServer cut = new RawServer(out -> out.close())) {
            for (String body : BODIES) {
                for (CallKind kind : List.of(CallKind.LOOKUP, CallKind.UPSERT)) {
                    marketo.answers(body);
                    reports.add(end(call(kind, 0, List.of(ada()))).toString());
                }
                for (CallKind kind : IMPORTS) {
                    marketo.answers(body);
                    reports.add(end(adasFile(kind)).toString());
                }
            }
            for (int status : new int[] {302, 401, 500}) {
                marketo.answers(status, "ada@acme.example");
                reports.add(end(call(CallKind.LOOKUP, 0, List.of(ada()))).toString());
            }
            Caller broken = caller(instance(cut.endpoint(), Duplicates.OLDEST, null));
            reports.add(end(broken, call(CallKind.LOOKUP, 0, List.of(ada()))).toString());
            reports.add(end(broken, adasFile(CallKind.IMPORT)).toString());

            assertThat(String.join("\n", log.lines))
                    .contains("emea")
                    .doesNotContain(
                            "ada@", "ada%40", "Lovelace", "tok-1", CLIENT_SECRET, "client-42");
            // The person's key is what a report is about; values and messages are not.
            assertThat(String.join("\n", reports).replace("person=email:ada@acme.example", ""))
                    .doesNotContain("ada@", "Lovelace", "tok-1", CLIENT_SECRET, "client-42");
        }
    }

    private static Call adasFile(CallKind kind) {
        byte[] file = "email,lastName\nada@acme.example,Lovelace\n".getBytes(UTF_8);
        ImportBatch batch = ImportBatch.of("call-1", "email").is(7, ImportBatch.Status.QUEUED);
        return importing(kind, 1001, batch, CLOCK.millis(), file);
    }

    private static Sent ada() {
        return new Sent(
                "email:ada@acme.example",
                0,
                "email",
                "ada@acme.example",
                99,
                Map.of("lastName", "Lovelace"));
    }
}
