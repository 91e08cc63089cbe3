package io.rollcall.demo.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads Rollcall's own events. */
final class NativeReading implements Reading {

    private final Set<String> consentPaths;

    NativeReading(Set<String> consentPaths) {
        this.consentPaths = consentPaths;
    }

    @Override
    public Said read(JsonNode message, long arrival) throws UnusableException {
        Map<Said.Audience, Claim> claims = new HashMap<>();
        long at = Fields.time(message, "at");
        long spoken = at == 0 ? arrival : at;
        if (message.has("audience")) {
            add(message, spoken, claims);
        }
        for (JsonNode membership : message.path("memberships")) {
            add(membership, spoken, claims);
        }
        Map<String, Said.Consent> consents = new HashMap<>();
        Fields.consents(message.path("attributes"), consentPaths, spoken, consents);
        return new Said(person(message.path("person")), claims, consents);
    }

    private static void add(JsonNode node, long spoken, Map<Said.Audience, Claim> claims)
            throws UnusableException {
        Said.Audience audience =
                new Said.Audience(
                        node.path("namespace").asText(""), node.path("audience").asText());
        claims.merge(audience, Fields.claim(node, spoken), Claim::newer);
    }

    private static String person(JsonNode person) throws UnusableException {
        String email = Fields.email(person.path("email").asText(""));
        if (email.contains("@")) {
            return "email:" + email;
        }
        if (person.hasNonNull("ecid")) {
            return "ecid:" + person.get("ecid").asText();
        }
        throw new UnusableException("nobody");
    }
}
