package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.rollcall.testing.SampleRecord;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever stands in state, as an earlier version wrote it: operators' state by its own
 * KeptStateTest, single records here. {@code -Drollcall.keep=true} writes today's.
 */
class KeptTypesTest {

    private static final Path KEPT = Path.of("../udfs/src/test/resources/kept/0.1");

    /** Who makes state, and what is kept of it. A class missing here has no proof yet. */
    private static final Map<String, List<String>> STATE =
            Map.of(
                    "LedgerFunction", List.of("ledger.state"),
                    "PlanState", List.of("ledger.state", "LedgerControl.record"),
                    "StateStore", List.of("scheduler.state"),
                    "SweepFunction", List.of("sweep.state", "Sweep.record"),
                    "SyncFilesFunction",
                            List.of("Transfers.Seen.record", "Transfers.Expected.record"),
                    "SnapshotFunction", List.of("SnapshotGate.Progress.record"),
                    "RosterFunction",
                            List.of("RosterFunction.Accepted.record", "ActivationSet.record"),
                    "ForgetKeyState", List.of("forget-key.state"),
                    // Their bytes are versioned by hand and stand in TableSplitSerializerTest.
                    "TableSplitSerializer", List.of(),
                    "TableAssignment.Serializer", List.of());

    private static final List<String> RECORDS =
            List.of(
                    "io.rollcall.ledger.LedgerControl",
                    "io.rollcall.sweep.Sweep",
                    "io.rollcall.event.decode.Transfers$Seen",
                    "io.rollcall.event.decode.Transfers$Expected",
                    "io.rollcall.event.decode.SnapshotGate$Progress",
                    "io.rollcall.job.activations.RosterFunction$Accepted",
                    "io.rollcall.activation.ActivationSet");

    static Stream<Class<?>> records() throws ClassNotFoundException {
        Stream.Builder<Class<?>> records = Stream.builder();
        for (String name : RECORDS) {
            records.add(Class.forName(name));
        }
        return records.build();
    }

    @Test
    void whoeverMakesStateHasItKept() {
        Set<String> makers =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("io.rollcall")
                                .stream()
                                .filter(KeptTypesTest::makesState)
                                .map(type -> lastName(type.getName()))
                                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(makers).containsExactlyInAnyOrderElementsOf(STATE.keySet());
        assertThat(STATE.values().stream().flatMap(List::stream).map(KEPT::resolve))
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    private static String lastName(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }

    private static boolean makesState(JavaClass type) {
        return type.isAssignableTo(SimpleVersionedSerializer.class)
                || type.getConstructorCallsFromSelf().stream()
                        .anyMatch(
                                call ->
                                        call.getTargetOwner()
                                                .isAssignableTo(StateDescriptor.class));
    }

    @ParameterizedTest
    @MethodSource("records")
    <T> void aRecordOfAnEarlierVersionIsReadAsItWasMeant(Class<T> type) throws Exception {
        Path file = KEPT.resolve(lastName(type.getName()) + ".record");
        T sample = SampleRecord.full(type);
        if (Boolean.getBoolean("rollcall.keep")) {
            Files.write(file, written(type, sample));
        }
        DataInputDeserializer in = new DataInputDeserializer(Files.readAllBytes(file));
        List<String> fields = List.of(in.readUTF().split(","));
        T read = read(type, in);
        for (RecordComponent field : type.getRecordComponents()) {
            field.getAccessor().setAccessible(true);
            Object value = field.getAccessor().invoke(read);
            Object then = field.getAccessor().invoke(sample);
            if (fields.contains(field.getName())) {
                assertThat(value).as(field.getName()).usingRecursiveComparison().isEqualTo(then);
            }
        }
    }

    /** The names of its fields, its serializer, and itself. */
    static <T> byte[] written(Class<T> type, T sample) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(256);
        out.writeUTF(
                Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.joining(",")));
        TypeSerializer<T> serializer = serializer(type);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
        serializer.serialize(sample, out);
        return out.getCopyOfBuffer();
    }

    /** As a state backend does: by the new serializer if it fits, else by that of then. */
    static <T> T read(Class<T> type, DataInputDeserializer in) throws IOException {
        TypeSerializerSnapshot<T> then =
                TypeSerializerSnapshot.readVersionedSnapshot(in, type.getClassLoader());
        TypeSerializer<T> now = serializer(type);
        TypeSerializerSchemaCompatibility<T> fit =
                now.snapshotConfiguration().resolveSchemaCompatibility(then);
        assertThat(fit.isIncompatible()).as("%s fits no more", type).isFalse();
        return fit.isCompatibleAsIs()
                ? now.deserialize(in)
                : then.restoreSerializer().deserialize(in);
    }

    private static <T> TypeSerializer<T> serializer(Class<T> type) {
        return TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
    }
}
