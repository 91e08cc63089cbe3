package io.rollcall.call;

import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.Duplicates;
import io.rollcall.report.CallKind;
import io.rollcall.report.ImportBatch;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.Report;
import io.rollcall.testing.InstanceDraft;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A caller of a run restored from checkpoint 7, a client of HTTP, and a Marketo at hand. */
abstract class CallerTestCase {

    static final String CLIENT_SECRET = "s3cr3t-that-nobody-sees";
    static final long NOW = Instant.parse("2026-11-22T10:00:00Z").toEpochMilli();
    private static final AtomicReference<Instant> TIME = new AtomicReference<>();

    static final Clock CLOCK =
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return TIME.get();
                }
            };

    /** One for all test classes, never closed: closing one waits a second for Netty's thread. */
    static final AsyncHttp http =
            new AsyncHttp(InetAddress::getAllByName, CLOCK, Duration.ofSeconds(20));

    @TempDir Path secrets;
    FakeMarketo marketo;

    @BeforeEach
    void start() throws IOException {
        TIME.set(Instant.ofEpochMilli(NOW));
        Files.writeString(secrets.resolve("id"), "client-42\n");
        Files.writeString(secrets.resolve("secret"), CLIENT_SECRET + "\n");
        marketo = new FakeMarketo();
    }

    @AfterEach
    void stop() {
        marketo.close();
    }

    static void pass(Duration time) {
        TIME.updateAndGet(now -> now.plus(time));
    }

    Instance instance(String endpoint, Duplicates duplicates, String partition) {
        return InstanceDraft.usual()
                .at(endpoint)
                .credentials("file:" + secrets.resolve("id"), "file:" + secrets.resolve("secret"))
                .creating()
                .ecid("ecidText")
                .duplicates(duplicates)
                .partition(partition)
                .build();
    }

    Caller caller() {
        return caller(instance(marketo.endpoint(), Duplicates.MOST_RECENTLY_UPDATED, null));
    }

    Caller caller(Instance instance) {
        return new Caller(List.of(instance), 7, http, CLOCK);
    }

    Report end(Call call) {
        return end(caller(), call);
    }

    static Report end(Caller caller, Call call) {
        return caller.call(call).orTimeout(10, TimeUnit.SECONDS).join();
    }

    static Call call(CallKind kind, long list, List<Sent> members) {
        return call(kind, list, members, null);
    }

    static Call call(CallKind kind, long list, List<Sent> members, ListPage page) {
        return call("7-f00d", CLOCK.millis(), kind, list, members, page);
    }

    static Call call(
            String run,
            long readBackAt,
            CallKind kind,
            long list,
            List<Sent> members,
            ListPage page) {
        return new Call(
                "call-1",
                "rollcall",
                "123-ABC-456",
                kind,
                list,
                run,
                4711,
                readBackAt,
                members,
                List.<Member>of(),
                page);
    }

    static Call importing(
            CallKind kind, long list, ImportBatch batch, long readBackAt, byte[] file) {
        return new Call(
                "call-1",
                "rollcall",
                "123-ABC-456",
                kind,
                list,
                "7-f00d",
                4711,
                readBackAt,
                List.of(),
                List.of(),
                null,
                null,
                0,
                batch,
                file);
    }

    static Sent byEmail(String email) {
        return new Sent("email:" + email.toLowerCase(), 0, "email", email, 99, Map.of());
    }

    static Sent lead(long id) {
        return new Sent("email:p" + id + "@acme.example", id, null, null, 0, Map.of());
    }
}
