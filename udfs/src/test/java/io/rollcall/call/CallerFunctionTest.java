package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import io.rollcall.activation.Instance;
import io.rollcall.report.CallKind;
import io.rollcall.report.ImportBatch;
import io.rollcall.report.ImportBatch.Status;
import io.rollcall.report.ImportRows;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.testing.InstanceDraft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.functions.async.CollectionSupplier;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperator;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The function inside Flink's own operator for asynchronous calls. */
@SuppressWarnings("try") // Flink's harness declares that closing it may throw anything
class CallerFunctionTest {

    private static final StubExchange[] OPENED = new StubExchange[1];

    @TempDir Path secrets;

    @BeforeEach
    void writeSecrets() throws Exception {
        Files.writeString(secrets.resolve("id"), "i");
        Files.writeString(secrets.resolve("secret"), "s");
    }

    private CallerFunction function() {
        String id = "file:" + secrets.resolve("id");
        String secret = "file:" + secrets.resolve("secret");
        Instance instance = InstanceDraft.usual().credentials(id, secret).build();
        return new CallerFunction(List.of(instance), CallerFunctionTest::open);
    }

    private static Exchange open() {
        OPENED[0] = new StubExchange();
        OPENED[0].tokens.add(FakeMarketo.TOKEN);
        return OPENED[0];
    }

    private OneInputStreamOperatorTestHarness<Call, Report> harness() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(
                new AsyncWaitOperatorFactory<>(
                        function(), 150_000, 1000, AsyncDataStream.OutputMode.UNORDERED),
                withoutKryo(Call.class));
    }

    private static <T> TypeSerializer<T> withoutKryo(Class<T> type) {
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        return TypeInformation.of(type).createSerializer(config);
    }

    private static Call add(String run, long lead) {
        Sent sent = new Sent("email:p" + lead + "@x", lead, null, null, 0, Map.of());
        return new Call(
                "call-" + lead,
                "rollcall",
                "123-ABC-456",
                CallKind.ADD,
                1001,
                run,
                1,
                System.currentTimeMillis(),
                List.of(sent),
                List.of(),
                null);
    }

    private static HttpAnswer added(long lead) {
        String body =
                "{\"requestId\":\"1#2\",\"result\":[{\"id\":"
                        + lead
                        + ",\"status\":\"added\"}],\"success\":true}";
        return HttpAnswer.of(200, body.getBytes());
    }

    private static List<Report> reports(OneInputStreamOperatorTestHarness<Call, Report> harness)
            throws Exception {
        // A mail may put the next one: the operator emits one element a mail.
        TaskMailbox mailbox = harness.getTaskMailbox();
        while (mailbox.hasMail()) {
            mailbox.take(TaskMailbox.MIN_PRIORITY).run();
        }
        return harness.extractOutputValues();
    }

    @Test
    void aCallBecomesAReport() throws Exception {
        try (OneInputStreamOperatorTestHarness<Call, Report> harness = harness()) {
            harness.open();
            harness.processElement(add("0-f00d", 5), 0);
            assertThat(reports(harness)).isEmpty();

            OPENED[0].calls.get(0).complete(added(5));

            assertThat(reports(harness))
                    .extracting(Report::callId, Report::verdict)
                    .containsExactly(tuple("call-5", Verdict.DONE));
        }
        assertThat(OPENED[0].closed).isTrue();
    }

    @Test
    void callsInFlightAtACheckpointEndPerhapsAfterTheRestoreWithoutARequest() throws Exception {
        OperatorSubtaskState checkpoint;
        try (OneInputStreamOperatorTestHarness<Call, Report> harness = harness()) {
            harness.open();
            harness.processElement(add("0-f00d", 5), 0);
            harness.processElement(add("0-f00d", 6), 0);
            checkpoint = harness.snapshot(9, 0);
        }
        try (OneInputStreamOperatorTestHarness<Call, Report> harness = harness()) {
            harness.setRestoredCheckpointId(9);
            harness.initializeState(checkpoint);
            harness.open();

            assertThat(reports(harness))
                    .extracting(Report::callId, Report::run, Report::verdict, Report::code)
                    .containsExactlyInAnyOrder(
                            tuple("call-5", "0-f00d", Verdict.PERHAPS, "restored"),
                            tuple("call-6", "0-f00d", Verdict.PERHAPS, "restored"));
            assertThat(OPENED[0].bearers).isEmpty();
            assertThat(OPENED[0].tokens).as("no token was fetched either").hasSize(1);

            harness.processElement(add("9-beef", 7), 0);
            assertThat(OPENED[0].bearers).hasSize(1);
        }
    }

    @Test
    void aCallThatOutlastsTheOperatorsClockEndsPerhaps() throws Exception {
        try (OneInputStreamOperatorTestHarness<Call, Report> harness = harness()) {
            harness.open();
            harness.processElement(add("0-f00d", 5), 0);
            harness.setProcessingTime(150_001);
            assertThat(reports(harness))
                    .extracting(Report::verdict, Report::code)
                    .containsExactly(tuple(Verdict.PERHAPS, "timeout"));

            OPENED[0].calls.get(0).complete(added(5));
            assertThat(reports(harness)).as("one report a call").hasSize(1);
        }
    }

    @Test
    void anAnswerAfterTheTaskIsGoneHarmsNobody() throws Exception {
        try (OneInputStreamOperatorTestHarness<Call, Report> harness = harness()) {
            harness.open();
            CallerFunction function = function();
            function.setRuntimeContext(
                    ((AsyncWaitOperator<?, ?>) harness.getOperator()).getRuntimeContext());
            function.open(DefaultOpenContext.INSTANCE);
            function.asyncInvoke(add("0-f00d", 5), new GoneTask());
            CompletableFuture<HttpAnswer> call = OPENED[0].calls.get(0);
            assertThat(call.complete(added(5))).isTrue();
            assertThatCode(() -> function.timeout(add("0-f00d", 5), new GoneTask()))
                    .doesNotThrowAnyException();
            function.close();
        }
    }

    private static final class GoneTask implements ResultFuture<Report> {
        @Override
        public void complete(Collection<Report> result) {
            throw new RejectedExecutionException("mailbox is closed");
        }

        @Override
        public void completeExceptionally(Throwable error) {
            throw new AssertionError("a call must never fail the job", error);
        }

        @Override
        public void complete(CollectionSupplier<Report> supplier) {
            throw new RejectedExecutionException("mailbox is closed");
        }
    }

    @Test
    void callsAndReportsTravelWithoutKryo() throws Exception {
        Map<String, String> values = new HashMap<>();
        values.put("firstName", null);
        values.put("city", "London");
        Sent sent = new Sent("email:a@x", 0, "email", "a@x", 9, values);
        Call call =
                new Call(
                        "c",
                        "j",
                        "123-ABC-456",
                        CallKind.UPSERT,
                        0,
                        "0-a",
                        1,
                        2,
                        new ArrayList<>(List.of(sent)),
                        new ArrayList<>(
                                List.of(
                                        Member.onList(
                                                "email:b@x", 6, MemberStatus.LEFT_OUT, null))),
                        null);
        assertThat(copy(withoutKryo(Call.class), call)).isEqualTo(call);
        Report report = End.failed(call, "timeout", null).report(call, 3);
        assertThat(copy(withoutKryo(Report.class), report)).isEqualTo(report);
    }

    @Test
    void anImportTravelsWithItsFile() throws Exception {
        ImportRows rows = new ImportRows(20_000, 0, new ArrayList<>(List.of(5L, -7L)));
        Call call =
                CallerTestCase.importing(
                        CallKind.IMPORT,
                        1001,
                        new ImportBatch("i-1", "email", 3404, Status.COMPLETE, 0, 2, 1, rows),
                        0,
                        new byte[] {'i', 'd', '\n', '5'});
        assertThat(copy(withoutKryo(Call.class), call)).usingRecursiveComparison().isEqualTo(call);
        Report report = End.failed(call, "timeout", null).report(call, 3);
        assertThat(report.batch()).isEqualTo(call.batch());
        assertThat(copy(withoutKryo(Report.class), report)).isEqualTo(report);
    }

    private static <T> T copy(TypeSerializer<T> serializer, T value) throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(512);
        serializer.serialize(value, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }

    @Test
    void theOperatorsClockIsLongerThanAnyCallWithItsToken() {
        assertThat(CallKind.values())
                .filteredOn(CallKind::isRequest)
                .allSatisfy(
                        kind ->
                                assertThat(kind.timeout().plus(Duration.ofSeconds(30)))
                                        .isLessThan(CallerFunction.TIMEOUT));
    }
}
