package io.rollcall.event.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyncFileNameTest {

    @ParameterizedTest
    @CsvSource({
        "S3_1234_20914_XYZCustomer_iter_1486140844000.sync.gz, OUTBOUND_CHANGES, 20914, 1486140844000, 0",
        "S3_1234_20914_XYZCustomer_iter_1486140844000001.sync.gz, OUTBOUND_CHANGES, 20914, 1486140844000, 1",
        "ftp_1234_20915_full_1486140843000.sync.gz, OUTBOUND_FULL, 20915, 1486140843000, 0",
        "ftp_1234_45454_XYZCustomer_full_1486140843200001.sync.gz, OUTBOUND_FULL, 45454, 1486140843200, 1",
        "ftp_12345_67890_full_1500727351632-1.sync.gz, OUTBOUND_FULL, 67890, 1500727351632, 1",
        "S3_1234_20914_Two_Words_full_1486140844000012.sync, OUTBOUND_FULL, 20914, 1486140844000, 12",
        "1234_20914_1486140844000.sync, OUTBOUND_CHANGES, 20914, 1486140844000, 0",
        "ftp_12345_67890_iter_1500727351632.info, CONTROL, 67890, 1500727351632, 0",
        "ftp_dpm_478_1366545717.sync.1.gz, INBOUND_SYNC, 478, 1366545717000, 1",
        "ftp_dpm_478_567_1366545717.sync.gz, INBOUND_SYNC, 478, 1366545717000, 0",
        "ftp_dpm_478_1366545717.overwrite, INBOUND_OVERWRITE, 478, 1366545717000, 0",
        "adobe_id_0_12345_1476312152.sync, IDS, 0+12345, 1476312152000, 0",
        "adobe_id_111_222_333_444_1454442149.sync, IDS, 111+222+333+444, 1454442149000, 0",
        "adobe_id_123_898_456_1454442149.sync.2.gz, IDS, 123+898+456, 1454442149000, 2",
        "c2c_id_123_898_1454442149.sync.gz, IDS, 123+898, 1454442149000, 0"
    })
    void aDocumentedNameSaysWhatIsInTheFile(
            String file, SyncFileName.Kind kind, String sources, long at, int part) {
        SyncFileName name = SyncFileName.of(file);
        assertThat(name.kind()).isEqualTo(kind);
        assertThat(String.join("+", name.dataSources())).isEqualTo(sources);
        assertThat(name.at()).isEqualTo(at);
        assertThat(name.part()).isEqualTo(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "readme.txt",
                "people.csv",
                "ftp_full_1486140843000.sync",
                "ftp_1234_20915_full_1486140843000.sync.gz.part",
                "ftp_1234_20915_full_14861408430.sync",
                "ftp_1234_20915_all.sync",
                "ftp_dpm_478.sync",
                "adobe_id_0_1476312152.sync",
                "adobe_id_0_12345.sync"
            })
    void anyOtherNameIsUnknown(String file) {
        assertThat(SyncFileName.of(file).kind()).isEqualTo(SyncFileName.Kind.UNKNOWN);
    }

    @Test
    void aTransfersFilesAndItsControlFileBelongTogetherWhateverItsModeSays() {
        assertThat(
                        Stream.of(
                                        "ftp_12345_67890_iter_1500727351632.info",
                                        "ftp_12345_67890_full_1500727351632-1.sync.gz",
                                        "ftp_12345_67890_full_1500727351632002.sync.gz")
                                .map(SyncFileName::of)
                                .map(SyncFileName::transfer)
                                .distinct())
                .hasSize(1);
    }

    @Test
    void theOldestIsReadFirstAndPartsInTheirOrder() {
        List<String> files =
                List.of(
                        "b_1_2_full_1486140843000.sync",
                        "a_1_2_full_1486140844000001.sync",
                        "a_1_2_full_1486140844000002.sync",
                        "a_1_2_full_1486140844000010.sync",
                        "a_1_2_iter_1486140845000.sync");
        assertThat(
                        Stream.of(3, 1, 4, 0, 2)
                                .map(i -> SyncFileName.of(files.get(i)))
                                .sorted()
                                .map(SyncFileName::file))
                .containsExactlyElementsOf(files);
    }
}
