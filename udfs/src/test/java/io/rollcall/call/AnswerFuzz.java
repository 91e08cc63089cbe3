package io.rollcall.call;

import io.rollcall.activation.Instance;
import io.rollcall.report.Asset;
import io.rollcall.report.CallKind;
import io.rollcall.report.ImportBatch;
import io.rollcall.report.ImportRows;
import io.rollcall.report.ListExport;
import io.rollcall.report.ListPage;
import io.rollcall.report.SetUp;
import io.rollcall.testing.InstanceDraft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the fuzzer calls: the first byte chooses the kind of call, the rest is Marketo's answer. */
public final class AnswerFuzz {

    private static final List<CallKind> KINDS =
            Arrays.stream(CallKind.values()).filter(CallKind::isRequest).toList();
    private static final Sent ADA =
            new Sent("email:ada@example.com", 5, "email", "ada@example.com", 99, Map.of());
    private static final Instance EMEA =
            InstanceDraft.usual()
                    .at("https://127.0.0.1")
                    .creating()
                    .ecid("ecidText")
                    .mapping("firstName", "firstName")
                    .build();

    private static final List<String> ANSWERS =
            List.of(
                    "\"result\":[{\"id\":5,\"status\":\"added\",\"reasons\":[{\"code\":\"1004\"}]}]",
                    "\"result\":[{\"id\":5,\"email\":\"ada@example.com\",\"ecidText\":\"38143\","
                            + "\"updatedAt\":\"2021-11-23T22:57:18Z\"}],\"nextPageToken\":\"x=\","
                            + "\"moreResult\":true",
                    "\"result\":[{\"date\":\"2026-11-22\",\"total\":7,\"users\":[{\"userId\":\"a\","
                            + "\"count\":3}]}]",
                    "\"result\":[{\"searchableFields\":[[\"email\"]],\"fields\":[{\"name\":"
                            + "\"email\",\"dataType\":\"email\",\"length\":255,"
                            + "\"updateable\":true}]}]",
                    "\"result\":[{\"id\":1027,\"name\":\"Gold\",\"folder\":{\"id\":34,\"type\":"
                            + "\"Program\"},\"workspace\":\"EMEA\"}],\"warnings\":[\"none\"]",
                    "\"result\":[{\"batchId\":3404,\"importId\":\"3404\",\"status\":\"Complete\","
                            + "\"numOfRowsFailed\":1,\"numOfRowsWithWarning\":0}]",
                    "\"errors\":[{\"code\":\"702\",\"message\":\"No data found\"}]");

    private static final String FILE =
            "firstName,email,Import Failure Reason\r\n"
                    + "\"Ada \"\"A\"\"\",Ada@example.com,\"Invalid, twice\"\r\n";

    private static final ListExport FINISHED =
            new ListExport("e-1", ListExport.Status.COMPLETED, FILE.length(), 1, 0, 0);

    private AnswerFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Call call = call(KINDS.get(Math.floorMod(input[0] - 'A', KINDS.size())));
        byte[] body = Arrays.copyOfRange(input, 1, input.length);
        End end = read(call, HttpAnswer.of(200, body));
        if (end.verdict() == null || end.members() == null) {
            throw new AssertionError("an end without a verdict or members");
        }
    }

    /** As {@link Subscription} does, whose caller would make "unreadable" of an exception. */
    private static End read(Call call, HttpAnswer got) {
        Endpoint endpoint = Endpoint.of(call.kind());
        Answer answer = endpoint.answer(got);
        Asked asked = new Asked(call, EMEA, "api@acme.example");
        return answer.code() == null && answer.hasResult()
                ? endpoint.read(asked, answer)
                : endpoint.nobody(asked, answer);
    }

    private static Call call(CallKind kind) {
        SetUp asking =
                kind.isSetUp()
                        ? SetUp.asking("Gold", Asset.of(Asset.Type.LIST, "Gold", 0, "EMEA"))
                        : null;
        return new Call(
                "call-1",
                "rollcall",
                EMEA.munchkinId(),
                kind,
                1001,
                "7-f00d",
                4711,
                0,
                List.of(ADA),
                List.of(),
                kind.isExtract() ? new ListPage(1, null, false, 0, FINISHED) : null,
                asking,
                0,
                kind.isImport() ? ImportBatch.of("i-1", "email").with(ImportRows.from(0)) : null,
                null);
    }

    static int seed(Path corpus) throws IOException {
        for (CallKind kind : KINDS) {
            char chosen = (char) ('A' + KINDS.indexOf(kind));
            Files.writeString(corpus.resolve(kind + "-file"), chosen + FILE);
            for (int i = 0; i < ANSWERS.size(); i++) {
                boolean success = !ANSWERS.get(i).startsWith("\"errors");
                String answer =
                        "%c{\"requestId\":\"1#2\",\"success\":%s,%s}"
                                .formatted(chosen, success, ANSWERS.get(i));
                Files.writeString(corpus.resolve(kind + "-" + i), answer, StandardCharsets.UTF_8);
            }
        }
        return KINDS.size();
    }
}
