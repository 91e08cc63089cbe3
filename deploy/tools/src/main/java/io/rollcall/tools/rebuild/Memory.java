package io.rollcall.tools.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.activation.Activation;
import io.rollcall.activation.Activation.ConsentRule;
import io.rollcall.event.Identity;
import io.rollcall.tools.topic.Fact;
import java.util.List;

/** A fact of the memberships topic as the native event that would lead to it, dated as it was. */
final class Memory {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Activation> activations;

    Memory(List<Activation> activations) {
        this.activations = activations;
    }

    /** Whether there is anything to say: of strangers, and of the forgotten, there is not. */
    static boolean speaks(Fact fact) {
        return !fact.isGone() && !"none".equals(fact.desired()) && fact.assertedAt() != null;
    }

    /** UTF-8 JSON. Whoever is kept off by consent has left: only an event puts them on again. */
    byte[] event(Fact fact) {
        ObjectNode event = JSON.createObjectNode();
        Identity identity = Identity.ofKey(fact.person());
        event.putObject("person").put(identity.namespace(), identity.value());
        ObjectNode membership = event.putArray("memberships").addObject();
        membership.put("audience", fact.audience());
        if (fact.namespace() != null) {
            membership.put("namespace", fact.namespace());
        }
        membership.put("status", fact.isWantedOn() ? "realized" : "exited");
        membership.put("at", fact.assertedAt().toString());
        consent(fact, event);
        event.put("at", fact.assertedAt().toString());
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts cannot be written", e);
        }
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
        return activation.audience().equals(fact.audience())
                && activation.instance().equals(fact.instance());
    }
}
