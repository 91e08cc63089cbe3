package io.rollcall.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hash and the bucket are part of the state format: these figures may never change. */
class BucketTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|0",
                "hello|248bfa47",
                "hello, world|149bbb7f",
                "The quick brown fox jumps over the lazy dog|2e4ff723"
            })
    void theHashIsMurmur3WithSeedZero(String text, String hash) {
        assertThat(Murmur3.hash32(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo((int) Long.parseLong(hash, 16));
    }

    @ParameterizedTest
    @CsvSource({
        "email:ada@example.com, 15445",
        "email:grüße@example.com, 14535",
        "ecid:14575006536349286404619648085736425115, 3752"
    })
    void aPersonStaysInTheirBucketForEver(String person, int bucket) {
        assertThat(Bucket.of(person)).isEqualTo(bucket);
    }

    @Property(tries = 200)
    void everyBucketIsOneOfTheFixedNumber(@ForAll String person) {
        assertThat(Bucket.of(person)).isBetween(0, 16_383);
    }
}
