package io.rollcall.event.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.event.decode.DataSource.Encoding;
import io.rollcall.secret.SecretReference;
import io.rollcall.secret.SecretUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors are OpenSSL's: {@code openssl enc -aes-256-cbc -K … -iv … -base64}. */
class IdentityCipherTest {

    private static final String KEY =
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final String IV = "0f0e0d0c0b0a09080706050403020100";
    private static final String WITH_128_BITS = "HGF0o0OGf+7AMfGGMGdXytcQzWNjKSqfg7uzW+3AKA4=";

    @TempDir Path folder;

    private DataSource.Encryption encryption(String key, String iv, Encoding encoding)
            throws IOException {
        return new DataSource.Encryption(secret("key", key), secret("iv", iv), encoding);
    }

    private SecretReference secret(String name, String content) throws IOException {
        return new SecretReference("file:" + Files.writeString(folder.resolve(name), content));
    }

    private IdentityCipher cipher(int bits, Encoding encoding) throws Exception {
        return IdentityCipher.of(encryption(KEY.substring(0, bits / 4), IV, encoding));
    }

    @ParameterizedTest
    @CsvSource({
        "128, BASE64, HGF0o0OGf+7AMfGGMGdXytcQzWNjKSqfg7uzW+3AKA4=",
        "192, BASE64, D8cp9JWXlMhTaOvgYmw2MCKdqM24zZ1JNfqz2dngdEI=",
        "256, BASE64, biAiLvzJrCq1lf2n5jMU+Gp8QJUDdAb25OkCqYWa/W0=",
        "256, BASE64, biAiLvzJrCq1lf2n5jMU-Gp8QJUDdAb25OkCqYWa_W0=",
        "128, HEX, 1c6174a343867feec031f186306757cad710cd6363292a9f83bbb35bedc0280e",
        "192, HEX, 0FC729F4959794C85368EBE0626C3630229DA8CDB8CD9D4935FAB3D9D9E07442",
        "256, HEX, 6e20222efcc9ac2ab595fda7e63314f86a7c4095037406f6e4e902a9859afd6d"
    })
    void opensWhatOpenSslClosed(int bits, Encoding encoding, String sealed) throws Exception {
        assertThat(cipher(bits, encoding).decrypt(sealed)).isEqualTo("Ada.Lovelace@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not base64!",
                "HGF0o0OGf+7AMfGGMGdXyg==",
                "HGF0o0OGf+7AMfGGMGdXytcQzWNjKSqfg7uzW+3AKA",
                "D8cp9JWXlMhTaOvgYmw2MCKdqM24zZ1JNfqz2dngdEI=",
                "4gKimhB24UwficZ18O9XXw=="
            })
    void refusesWhatTheKeyDoesNotOpenOrWhatIsNoTextInside(String sealed) throws Exception {
        IdentityCipher cipher = cipher(128, Encoding.BASE64);
        assertThatThrownBy(() -> cipher.decrypt(sealed))
                .isInstanceOf(RefusedException.class)
                .hasMessage("undecipherable-identity")
                .hasNoCause();
        assertThat(cipher.decrypt(WITH_128_BITS)).isEqualTo("Ada.Lovelace@example.com");
    }

    @ParameterizedTest
    @CsvSource({"00112233, " + IV, "passphrase of sixteen, " + IV, KEY + ", 0001"})
    void aKeyOfTheWrongSizeIsToldWithoutBeingRepeated(String key, String iv) throws Exception {
        var encryption = encryption(key, iv, Encoding.BASE64);
        assertThatThrownBy(() -> IdentityCipher.of(encryption))
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessageContaining("hexadecimal digits")
                .hasMessageNotContaining(key)
                .hasNoCause();
    }

    @Test
    void aDeclaredIdIsDecryptedOnItsWayIn() throws Exception {
        Decoder decoder = decoder(encryption(KEY.substring(0, 32), IV, Encoding.BASE64));
        decoder.open();
        assertThat(decode(decoder, WITH_128_BITS).events())
                .extracting(event -> event.person())
                .containsExactly("email:ada.lovelace@example.com");
        Decoded refused = decode(decoder, "AAAA");
        assertThat(refused.reason()).isEqualTo("undecipherable-identity");
        assertThat(refused.events()).isEmpty();
    }

    @Test
    void aKeyThatIsMissingIsToldBeforeTheFirstMessage() throws Exception {
        var encryption = encryption(KEY, IV, Encoding.BASE64);
        Files.delete(folder.resolve("key"));
        assertThatThrownBy(decoder(encryption)::open)
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessageContaining(folder.resolve("key").toString());
    }

    private static Decoder decoder(DataSource.Encryption encryption) {
        return Decoders.audienceManager(
                AudienceManagerOptions.ofIds(List.of(new DataSource("4711", "email", encryption))),
                new DecoderOptions(List.of("email"), Map.of(), Set.of(), Duration.ZERO));
    }

    private static Decoded decode(Decoder decoder, String id) {
        String json =
                "{\"User_DPID\":\"4711\",\"Users\":[{\"DataPartner_UUID\":\"%s\"}]}".formatted(id);
        return decoder.decode(Messages.raw(json.getBytes(StandardCharsets.UTF_8)), Messages.NOW);
    }
}
