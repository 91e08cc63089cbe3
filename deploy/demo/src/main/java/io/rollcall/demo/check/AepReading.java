package io.rollcall.demo.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads Experience Platform's profile exports. */
final class AepReading implements Reading {

    private final List<String> emailPaths;

    AepReading(List<String> emailPaths) {
        this.emailPaths = emailPaths;
    }

    @Override
    public Said read(JsonNode message, long arrival) throws UnusableException {
        Map<Said.Audience, Claim> claims = new HashMap<>();
        JsonNode memberships = Fields.get(message, "segmentMembership");
        for (Map.Entry<String, JsonNode> namespace : memberships.properties()) {
            for (Map.Entry<String, JsonNode> one : namespace.getValue().properties()) {
                claims.put(
                        new Said.Audience(
                                namespace.getKey().toLowerCase(Locale.ROOT), one.getKey()),
                        Fields.claim(one.getValue(), arrival));
            }
        }
        return new Said(person(message), claims, Map.of());
    }

    private String person(JsonNode message) throws UnusableException {
        for (String path : emailPaths) {
            String email = Fields.email(Fields.at(message, path).asText(""));
            if (email.contains("@")) {
                return "email:" + email;
            }
        }
        return "ecid:" + ecid(Fields.get(message, "identityMap"));
    }

    /** The only one, or the primary one. */
    private static String ecid(JsonNode identityMap) throws UnusableException {
        List<String> all = new ArrayList<>();
        List<String> primary = new ArrayList<>();
        for (Map.Entry<String, JsonNode> namespace : identityMap.properties()) {
            if (namespace.getKey().equalsIgnoreCase("ecid")) {
                for (JsonNode identity : namespace.getValue()) {
                    String id = identity.path("id").asText();
                    all.add(id);
                    (identity.path("primary").asBoolean() ? primary : new ArrayList<String>())
                            .add(id);
                }
            }
        }
        List<String> candidates = all.size() == 1 ? all : primary;
        if (candidates.size() != 1) {
            throw new UnusableException("nobody, or several");
        }
        return candidates.get(0);
    }
}
