package io.rollcall.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parameters of a query or of a form body; a name may stand several times. */
public record Params(Map<String, List<String>> values) {

    public static Params parse(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&")) {
                add(values, pair);
            }
        }
        return new Params(values);
    }

    private static void add(Map<String, List<String>> values, String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decode(name), key -> new ArrayList<>()).add(decode(value));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    public Params with(Params others) {
        Map<String, List<String>> both = new LinkedHashMap<>(values);
        others.values.forEach(
                (name, more) ->
                        both.merge(
                                name,
                                more,
                                (left, right) -> {
                                    List<String> all = new ArrayList<>(left);
                                    all.addAll(right);
                                    return all;
                                }));
        return new Params(both);
    }

    public Optional<String> first(String name) {
        return all(name).stream().filter(value -> !value.isEmpty()).findFirst();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Repeated names and comma-separated values are the same to Marketo. */
    public List<String> list(String name) {
        List<String> items = new ArrayList<>();
        for (String value : all(name)) {
            for (String item : value.split(",")) {
                if (!item.isBlank()) {
                    items.add(item.trim());
                }
            }
        }
        return items;
    }
}
