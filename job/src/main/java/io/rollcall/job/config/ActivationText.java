package io.rollcall.job.config;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Instance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One activation as a topic has it: JSON or YAML with the keys that an item of {@code activations}
 * has. {@code activation} is null when there are faults.
 */
public record ActivationText(Activation activation, List<String> faults) {

    public static ActivationText read(String key, String text, List<Instance> instances) {
        Faults faults = new Faults();
        Piece piece = piece(key, text, faults);
        if (faults.all().isEmpty()) {
            Section section = new Section(new Piece("", piece.raw(), faults), "activations[]");
            List<Activation> read = new ActivationReader().read(List.of(section), instances);
            if (faults.all().isEmpty()) {
                return new ActivationText(read.get(0), List.of());
            }
        }
        return new ActivationText(null, faults.all());
    }

    private static Piece piece(String key, String text, Faults faults) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return YamlText.read(key, new ByteArrayInputStream(bytes), faults);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }
}
