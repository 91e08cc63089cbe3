package io.rollcall.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;

/**
 * Operators' state as earlier versions wrote it, bytes and serializers, kept beside the tests.
 * {@code mvn -pl udfs test -Dtest=*KeptStateTest,ForgetKeyStateTest -Drollcall.keep=true} writes
 * what today's version would keep: for a new version into a new folder, never over what a release
 * has written.
 */
public final class KeptState {

    private static final String VERSION = "0.1";

    private KeptState() {}

    /** Whether today's state is to be written down. */
    public static boolean asked() {
        return Boolean.getBoolean("rollcall.keep");
    }

    public static void keep(String operator, OperatorSubtaskState state) throws IOException {
        Files.createDirectories(file(operator).getParent());
        OperatorSnapshotUtil.writeStateHandle(state, file(operator).toString());
    }

    public static OperatorSubtaskState of(String operator) throws Exception {
        return OperatorSnapshotUtil.readStateHandle(file(operator).toString());
    }

    private static Path file(String operator) {
        return Path.of("src", "test", "resources", "kept", VERSION, operator + ".state");
    }
}
