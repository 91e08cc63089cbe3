package io.rollcall.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** {@code --name value} pairs. */
public record Options(Map<String, String> values) {

    /** Everything after the command. */
    public static Options of(String[] arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--")) {
                throw new IllegalArgumentException("not an option: " + arguments[i]);
            }
            values.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return new Options(values);
    }

    public String text(String name) {
        String value = values.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public int number(String name, int otherwise) {
        return has(name) ? Integer.parseInt(text(name)) : otherwise;
    }

    public Path path(String name) {
        return Path.of(text(name));
    }
}
