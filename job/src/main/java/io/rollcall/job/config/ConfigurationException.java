package io.rollcall.job.config;

import java.util.Collection;
import java.util.List;

/**
 * The job cannot start as asked. The message is for the user to read as it is: one fault a line, or
 * the usage text when that was asked for. It has no stack trace, because the fault is not in the
 * code.
 */
public final class ConfigurationException extends Exception {

    private final List<String> faults;

    private ConfigurationException(String message, Collection<String> faults) {
        super(message, null, false, false);
        this.faults = List.copyOf(faults);
    }

    public static ConfigurationException of(Collection<String> faults) {
        String head = faults.size() == 1 ? "1 fault" : faults.size() + " faults";
        return new ConfigurationException(
                "The configuration has " + head + ":\n  " + String.join("\n  ", faults), faults);
    }

    static ConfigurationException usage() {
        return new ConfigurationException(Usage.text(), List.of());
    }

    public List<String> faults() {
        return faults;
    }

    /** True if the user asked for {@code --help}: the message is no complaint then. */
    public boolean helpWasAsked() {
        return faults.isEmpty();
    }
}
