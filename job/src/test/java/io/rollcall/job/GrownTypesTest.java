package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.testing.SampleRecord;
import java.nio.file.Path;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A field may be added to any record that stands in state, at any depth: the earlier version's
 * bytes are read without it, and whoever goes back to the earlier version reads the later one's.
 */
class GrownTypesTest {

    private static final String RECORDS = "io.rollcall.job.KeptTypesTest#records";

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource(RECORDS)
    <T> void whatWasWrittenBeforeAFieldWasAddedIsReadWithoutIt(Class<T> type) throws Exception {
        T read = read(type, OtherVersion.earlier(type, folder));
        assertThat(read).usingRecursiveComparison().isEqualTo(SampleRecord.withoutNewest(type));
    }

    @ParameterizedTest
    @MethodSource(RECORDS)
    <T> void whatALaterVersionWroteIsReadWithoutItsNewField(Class<T> type) throws Exception {
        T read = read(type, OtherVersion.later(type, folder));
        assertThat(read).usingRecursiveComparison().isEqualTo(SampleRecord.full(type));
    }

    private static <T, V> T read(Class<T> type, Class<V> version) throws Exception {
        byte[] bytes = KeptTypesTest.written(version, SampleRecord.full(version));
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        in.readUTF();
        return KeptTypesTest.read(type, in);
    }
}
