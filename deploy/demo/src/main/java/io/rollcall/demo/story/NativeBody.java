package io.rollcall.demo.story;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.demo.story.LastSaid.Claim;
import java.time.Instant;
import java.util.Locale;

/** One event in Rollcall's own format. */
final class NativeBody {

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final Person person;

    NativeBody(Person person) {
        this.person = person;
        // Some systems shout; it is the same address.
        boolean shout = person.number() % 20 == 0;
        String email = shout ? person.email().toUpperCase(Locale.ROOT) + " " : person.email();
        json.putObject("person").put("email", email).put("ecid", person.ecid());
    }

    NativeBody membership(String audience, Claim claim) {
        boolean old = claim.in() && person.number() % 7 == 0;
        json.withArray("memberships")
                .addObject()
                .put("audience", audience)
                .put("status", old ? "existing" : claim.in() ? "realized" : "exited")
                .put("at", Instant.ofEpochMilli(claim.at()).toString());
        return attributes();
    }

    /** The short form, for one audience. */
    NativeBody only(String audience, Claim claim) {
        json.put("audience", audience)
                .put("status", claim.in() ? "realized" : "exited")
                .put("at", Instant.ofEpochMilli(claim.at()).toString());
        return attributes();
    }

    NativeBody consent(String value, long at) {
        json.put("at", Instant.ofEpochMilli(at).toString());
        json.putObject("attributes")
                .putObject("consents")
                .putObject("marketing")
                .putObject("email")
                .put("val", value);
        return this;
    }

    private NativeBody attributes() {
        ObjectNode attributes = json.withObject("/attributes");
        attributes.put("firstName", person.firstName());
        attributes.withObject("/person/name").put("lastName", person.lastName());
        return this;
    }

    String text() {
        return json.toString();
    }
}
