package io.rollcall.event.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.rollcall.event.AudienceEvent;
import java.io.IOException;

/**
 * The profile export of Adobe Experience Platform: {@code segmentMembership} and {@code
 * identityMap}, and attributes wherever else, with or without {@code xdm:} before any name. It has
 * no time of its own; {@code lastQualificationTime} is a membership's.
 */
final class AepReader implements PersonReader {

    private static final SerializableString TIME = new SerializedString("lastQualificationTime");
    private static final SerializableString STATUS = new SerializedString("status");

    private final Wanted wanted;

    /** Learned where it reads, so not sent there. */
    private transient Succession audiences;

    AepReader(Wanted wanted) {
        this.wanted = wanted;
    }

    @Override
    public AudienceEvent read(SteppingParser parser, Arrival arrival) throws IOException {
        audiences = audiences == null ? new Succession() : audiences;
        PersonDraft draft = new PersonDraft(wanted, arrival);
        AttributeReader attributes = draft.attributeReader();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (XdmNames.bare(name)) {
                case "segmentMembership" -> readNamespaces(parser, draft.memberships);
                case "identityMap" -> readIdentityMap(parser, draft.identities);
                default -> attributes.readField(parser, wanted.attributes().step(name));
            }
        }
        return draft.spokenOnArrival();
    }

    private void readIdentityMap(JsonParser parser, Identities identities) throws IOException {
        if (!Scalars.opens(parser, JsonToken.START_OBJECT)) {
            return;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            Integer rank = wanted.namespaces().rank(XdmNames.bare(name));
            if (rank == null) {
                parser.skipChildren();
            } else {
                readIdentities(parser, rank, identities);
            }
        }
    }

    private static void readIdentities(JsonParser parser, int rank, Identities identities)
            throws IOException {
        if (!Scalars.opens(parser, JsonToken.START_ARRAY)) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (Scalars.opens(parser, JsonToken.START_OBJECT)) {
                readIdentity(parser, rank, identities);
            }
        }
    }

    private static void readIdentity(JsonParser parser, int rank, Identities identities)
            throws IOException {
        String id = null;
        boolean primary = false;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (XdmNames.bare(name)) {
                case "id" -> id = Once.given(id, Scalars.text(parser));
                case "primary" -> primary = Scalars.flag(parser);
                default -> parser.skipChildren();
            }
        }
        identities.add(rank, id, primary);
    }

    private void readNamespaces(SteppingParser parser, Memberships memberships) throws IOException {
        if (!Scalars.opens(parser, JsonToken.START_OBJECT)) {
            return;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (Scalars.opens(parser, JsonToken.START_OBJECT)) {
                readAudiences(parser, XdmNames.bare(name), memberships);
            }
        }
    }

    /** Audience ids are opaque: they keep their spelling, and whatever prefix they have. */
    private void readAudiences(SteppingParser parser, String namespace, Memberships memberships)
            throws IOException {
        audiences.begin();
        for (String id = audiences.next(parser); id != null; id = audiences.next(parser)) {
            parser.nextToken();
            if (Scalars.opens(parser, JsonToken.START_OBJECT)) {
                readMemberships(parser, namespace, id, memberships);
            }
        }
    }

    /**
     * Of this audience, and of all behind it as far as they are streamed in the usual form: the
     * parser, which is stepped from one into the next, knows of one object only.
     */
    private void readMemberships(
            SteppingParser parser, String namespace, String first, Memberships memberships)
            throws IOException {
        for (String id = first; id != null; id = audiences.step(parser)) {
            Membership membership = new Membership().namespace(namespace).audience(id);
            if (!StreamedMembership.read(parser, membership)) {
                readFields(parser, membership);
                memberships.add(membership);
                return;
            }
            memberships.add(membership);
        }
        parser.nextToken();
    }

    /** Exports have the time first and the status behind it; any order is read. */
    private static void readFields(SteppingParser parser, Membership membership)
            throws IOException {
        for (String name = JsonInput.nextName(parser, TIME);
                name != null;
                name = JsonInput.nextName(parser, STATUS)) {
            parser.nextToken();
            switch (XdmNames.bare(name)) {
                case "status" -> membership.status(Scalars.text(parser));
                case "lastQualificationTime" -> membership.at(Scalars.time(parser));
                case "validUntil" -> membership.validUntil(Scalars.time(parser));
                default -> parser.skipChildren();
            }
        }
    }
}
