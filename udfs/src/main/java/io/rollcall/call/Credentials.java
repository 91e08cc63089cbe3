package io.rollcall.call;

import io.rollcall.activation.Instance;
import java.io.Serializable;

/**
 * Who asks for access tokens and where: references to a client's id and secret, the scope that is
 * asked for (null for none), what the log calls them, and what to do when they are refused.
 */
public record Credentials(
        String whose,
        String tokenUri,
        String clientId,
        String clientSecret,
        String scope,
        String ifRefused)
        implements Serializable {

    static Credentials of(Instance instance) {
        return new Credentials(
                Complaints.name(instance),
                instance.endpoint() + "/identity/oauth/token",
                instance.clientId(),
                instance.clientSecret(),
                null,
                "Marketo refuses the client id or secret: compare them with LaunchPoint");
    }
}
