package io.rollcall.event.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DecodersTest {

    private static final List<String> FORMATS = Decoders.FORMATS;

    @ParameterizedTest
    @FieldSource("FORMATS")
    void aDecoderTravelsToTheTaskManagersInsideItsFunction(String format) throws Exception {
        Decoder decoder = Decoders.of(format, Messages.OPTIONS);
        var raw = Messages.raw(Messages.bytes("http-destination.json"));
        assertThat(copy(decoder).decode(raw, Messages.NOW))
                .isEqualTo(decoder.decode(raw, Messages.NOW));
    }

    @Test
    void anUnknownFormatIsRefused() {
        assertThatThrownBy(() -> Decoders.of("xml", Messages.OPTIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("xml");
    }

    @Test
    void identitiesAreNeeded() {
        assertThatThrownBy(() -> new DecoderOptions(List.of(), Map.of(), Set.of(), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pathsForANamespaceThatIsNoIdentityAreRefused() {
        var options =
                new DecoderOptions(
                        List.of("email"),
                        Map.of("phone", List.of("mobile")),
                        Set.of(),
                        Duration.ZERO);
        assertThatThrownBy(() -> Decoders.of("aep", options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("phone");
    }

    @Test
    void configuredNamespacesAreMatchedInAnyCaseToo() {
        var options =
                new DecoderOptions(
                        List.of("Email", "ECID"),
                        Map.of("EMAIL", List.of("mail")),
                        Set.of(),
                        Duration.ZERO);
        byte[] json = "{\"mail\":\"a@b.c\"}".getBytes(StandardCharsets.UTF_8);
        Decoded decoded = Decoders.of("aep", options).decode(Messages.raw(json), Messages.NOW);
        assertThat(Messages.only(decoded).person()).isEqualTo("email:a@b.c");
    }

    private static Decoder copy(Decoder decoder) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(decoder);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Decoder) in.readObject();
        }
    }
}
