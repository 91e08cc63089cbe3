package io.rollcall.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterTest {

    private static final Set<String> TOPICS = Set.of("audience-events");

    private static Letter letter(String topic, String reason, String format) {
        return new Letter(topic, 1, reason, format, false, new byte[0]);
    }

    @Test
    void onlyWhatCameFromATopicThatIsThereCanBeSentAgain() {
        assertThat(letter("audience-events", "not-json", "rollcall").canBeSent(TOPICS)).isTrue();
        assertThat(letter("S3_1_2_iter_1.sync", "bad-row", "audience-manager").canBeSent(TOPICS))
                .isFalse();
        assertThat(letter("crm.example/contact", "stripped", "dataverse").canBeSent(TOPICS))
                .isFalse();
        assertThat(letter("audience-events", "line 3: bad-time", "csv").canBeSent(TOPICS))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "not-json, not-json",
        "stripped: over Dataverse's size limit, stripped",
        "line 12: bad-time, bad-time"
    })
    void aReasonIsMeantByItsWord(String reason, String word) {
        assertThat(letter("audience-events", reason, "rollcall").word()).isEqualTo(word);
    }
}
