package io.rollcall.activation;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * How an instance's leads are to be treated beyond what lists ask for. {@code requiredFields} are
 * REST names of fields without a value in which nobody is created. {@code respectUnsubscribed}
 * takes Marketo's own flag for a refusal. {@code actions} are the marketing actions that the
 * instance serves.
 */
public record LeadPolicy(
        OnForgotten onForgotten,
        boolean respectUnsubscribed,
        List<String> requiredFields,
        Set<MarketingAction> actions)
        implements Serializable {

    public static final LeadPolicy USUAL =
            new LeadPolicy(OnForgotten.DELETE, false, List.of(), Set.of());

    public LeadPolicy {
        onForgotten = onForgotten == null ? OnForgotten.DELETE : onForgotten;
        requiredFields = List.copyOf(requiredFields);
        actions = Set.copyOf(actions);
    }

    /** What becomes of the lead of a person who asked to be forgotten. */
    public enum OnForgotten {
        DELETE,
        /** Off every list that is kept here, and no more: the lead is not ours to delete. */
        REMOVE
    }
}
