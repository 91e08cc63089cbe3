package io.rollcall.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of this checkout. */
final class Repository {

    private Repository() {}

    /** Tests run in the module's folder. */
    static Path path(String relative) {
        return Path.of("../..").toAbsolutePath().normalize().resolve(relative);
    }

    static String text(String relative) throws IOException {
        return Files.readString(path(relative));
    }
}
