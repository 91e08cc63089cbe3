package io.rollcall.event.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.rollcall.event.AudienceEvent;
import java.io.IOException;

/**
 * Rollcall's own event: {@code person}, {@code memberships}, {@code attributes} and {@code at}; a
 * single membership may stand at the top level, and {@code "status": "forgotten"} there forgets.
 */
final class NativeReader implements PersonReader {

    private final Wanted wanted;

    NativeReader(Wanted wanted) {
        this.wanted = wanted;
    }

    @Override
    public AudienceEvent read(SteppingParser parser, Arrival arrival) throws IOException {
        PersonDraft draft = new PersonDraft(wanted, arrival);
        Membership top = new Membership();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "person" -> readPerson(parser, draft.identities);
                case "memberships" -> readMemberships(parser, draft.memberships);
                case "attributes" -> readAttributes(parser, draft);
                default -> readMembershipField(parser, name, top);
            }
        }
        return event(draft, top);
    }

    private AudienceEvent event(PersonDraft draft, Membership top) throws RefusedException {
        if (top.isForgotten()) {
            return forgotten(draft, top);
        }
        if (!top.isEmpty()) {
            draft.memberships.add(top);
        }
        return top.at() == 0 ? draft.spokenOnArrival() : draft.spokenAt(top.at());
    }

    /** Attributes beside it are dropped: there will be nobody to have them. */
    private AudienceEvent forgotten(PersonDraft draft, Membership top) throws RefusedException {
        if (top.hasAudience() || !draft.memberships.isEmpty()) {
            throw Refusal.FORGOTTEN_WITH_MEMBERSHIPS.because();
        }
        if (!wanted.forgets()) {
            throw Refusal.FORGOTTEN_WITHOUT_FORGET_KEY.because();
        }
        return draft.forgotten(top.at());
    }

    private void readPerson(JsonParser parser, Identities identities) throws IOException {
        if (!Scalars.opens(parser, JsonToken.START_OBJECT)) {
            return;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            Integer rank = wanted.namespaces().rank(name);
            if (rank == null) {
                parser.skipChildren();
            } else {
                readValues(parser, rank, identities);
            }
        }
    }

    private static void readValues(JsonParser parser, int rank, Identities identities)
            throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            identities.add(rank, Scalars.text(parser), false);
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            identities.add(rank, Scalars.text(parser), false);
        }
    }

    private void readAttributes(JsonParser parser, PersonDraft draft) throws IOException {
        if (Scalars.opens(parser, JsonToken.START_OBJECT)) {
            draft.attributeReader().readFields(parser, wanted.attributes());
        }
    }

    private static void readMemberships(SteppingParser parser, Memberships memberships)
            throws IOException {
        if (!Scalars.opens(parser, JsonToken.START_ARRAY)) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (Scalars.opens(parser, JsonToken.START_OBJECT)) {
                memberships.add(readMembership(parser));
            }
        }
    }

    private static Membership readMembership(SteppingParser parser) throws IOException {
        Membership membership = new Membership();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            readMembershipField(parser, name, membership);
        }
        return membership;
    }

    private static void readMembershipField(
            SteppingParser parser, String name, Membership membership) throws IOException {
        switch (name) {
            case "audience" -> membership.audience(Scalars.text(parser));
            case "namespace" -> membership.namespace(Scalars.text(parser));
            case "status" -> membership.status(Scalars.text(parser));
            case "at" -> membership.at(Scalars.time(parser));
            case "validUntil" -> membership.validUntil(Scalars.time(parser));
            default -> parser.skipChildren();
        }
    }
}
