package io.rollcall.job.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line as keys and values: {@code --key value} or {@code --key=value}. Flink's own
 * ParameterTool stops at the first fault, repeats the whole line in it, secrets too, and lets the
 * last of two equal keys win in silence.
 */
final class Arguments {

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Faults faults;

    private Arguments(Faults faults) {
        this.faults = faults;
    }

    static Map<String, String> read(List<String> line, Faults faults) {
        Arguments arguments = new Arguments(faults);
        int i = 0;
        while (i < line.size()) {
            i += arguments.take(line, i);
        }
        return arguments.values;
    }

    /** How many words of the line this parameter took. */
    private int take(List<String> line, int i) {
        String word = line.get(i);
        if (!word.startsWith("--")) {
            faults.add("argument " + (i + 1), "not a parameter; write --key value or --key=value");
            return 1;
        }
        int equals = word.indexOf('=');
        if (equals > 0) {
            put(word.substring(2, equals), word.substring(equals + 1));
            return 1;
        }
        if (i + 1 == line.size() || line.get(i + 1).startsWith("--")) {
            faults.add(word.substring(2), "has no value; write " + word + " value");
            return 1;
        }
        put(word.substring(2), line.get(i + 1));
        return 2;
    }

    private void put(String key, String value) {
        if (values.putIfAbsent(key, value) != null) {
            faults.add(key, "given twice; leave one");
        }
    }
}
