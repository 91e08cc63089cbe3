package io.rollcall.tools.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.activation.Activation;
import io.rollcall.activation.Activation.ConsentRule;
import io.rollcall.event.Identity;
import io.rollcall.tools.topic.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Facts of the memberships topic as the native events that would lead to them, dated as then. */
final class Memory {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Activation> activations;

    Memory(List<Activation> activations) {
        this.activations = activations;
    }

    /**
     * Whether there is anything to say: of strangers, of the forgotten, and of lists that are no
     * more fed there is not.
     */
    boolean speaks(Fact fact) {
        return !fact.isGone()
                && !"none".equals(fact.desired())
                && fact.assertedAt() != null
                && activations.stream().anyMatch(activation -> feeds(activation, fact));
    }

    /**
     * Of one person and one audience. Whoever is wanted on one of its lists is in the audience:
     * that another list has ended, or asks for a consent, is no exit. Of who is on none an exit is
     * said: only an event puts them on again.
     */
    List<byte[]> events(List<Fact> facts) {
        Fact main =
                Collections.max(
                        facts,
                        Comparator.comparing(Fact::isWantedOn).thenComparing(Fact::assertedAt));
        List<byte[]> events = new ArrayList<>(List.of(event(main, true)));
        facts.stream()
                .filter(fact -> fact != main && fact.isRefused())
                .forEach(fact -> events.add(event(fact, false)));
        return events;
    }

    /** UTF-8 JSON. */
    private byte[] event(Fact fact, boolean withMembership) {
        ObjectNode event = JSON.createObjectNode();
        Identity identity = Identity.ofKey(fact.person());
        event.putObject("person").put(identity.namespace(), identity.value());
        if (withMembership) {
            membership(fact, event.putArray("memberships").addObject());
        }
        consent(fact, event);
        event.put("at", fact.assertedAt().toString());
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts cannot be written", e);
        }
    }

    private static void membership(Fact fact, ObjectNode membership) {
        membership.put("audience", fact.audience());
        if (fact.namespace() != null) {
            membership.put("namespace", fact.namespace());
        }
        membership.put("status", fact.isWantedOn() ? "realized" : "exited");
        membership.put("at", fact.assertedAt().toString());
    }

    /**
     * A refusal is said again, and so is the yes without which an opt-in would have kept it off.
     */
    private void consent(Fact fact, ObjectNode event) {
        for (Activation activation : activations) {
            boolean asks = activation.consentPath() != null && feeds(activation, fact);
            boolean optIn = activation.consentRule() == ConsentRule.OPT_IN;
            if (asks && (fact.isRefused() || fact.isWantedOn() && optIn)) {
                ObjectNode at = event.withObject("/attributes");
                String[] path = activation.consentPath().split("\\.");
                for (int i = 0; i < path.length - 1; i++) {
                    at = at.withObject("/" + path[i]);
                }
                at.put(path[path.length - 1], fact.isRefused() ? "n" : "y");
            }
        }
    }

    private static boolean feeds(Activation activation, Fact fact) {
        // The id of a list known by name stands in the facts alone.
        return activation.audience().equals(fact.audience())
                && activation.instance().equals(fact.instance())
                && (activation.named() != null || activation.list() == fact.list());
    }
}
