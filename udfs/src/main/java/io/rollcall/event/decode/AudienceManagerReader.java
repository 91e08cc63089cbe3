package io.rollcall.event.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.rollcall.event.AudienceEvent;
import io.rollcall.secret.SecretUnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A real-time or batch transfer of Audience Manager, several users an object. Everything is text,
 * numbers too, and the documentation spells one name in two cases. A segment that is absent says
 * nothing: batch transfers hold changes only, and nothing tells the two apart.
 */
final class AudienceManagerReader implements ObjectReader {

    /** As Experience Platform calls the namespace of Audience Manager's segments. */
    static final String NAMESPACE = "AAM";

    private final Wanted wanted;
    private final DataSources dataSources;

    AudienceManagerReader(Wanted wanted, DataSources dataSources) {
        this.wanted = wanted;
        this.dataSources = dataSources;
    }

    @Override
    public void open() throws SecretUnavailableException {
        dataSources.open();
    }

    /** {@code User_DPID} may come behind the users that it is about. */
    @Override
    public void read(SteppingParser parser, Arrival arrival, Harvest harvest) throws IOException {
        List<User> users = new ArrayList<>();
        String dataSource = null;
        long processed = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name.toLowerCase(Locale.ROOT)) {
                case "processtime" -> processed = Once.given(processed, time(parser));
                case "user_dpid" ->
                        dataSource = Once.given(dataSource, Scalars.textOrWhole(parser));
                case "users" -> readUsers(parser, arrival, users, harvest);
                default -> parser.skipChildren();
            }
        }
        for (User user : users) {
            try {
                harvest.add(event(user, dataSource, processed));
            } catch (RefusedException e) {
                harvest.refuse(e.refusal());
            }
        }
    }

    private AudienceEvent event(User user, String dataSource, long processed)
            throws RefusedException {
        dataSources.add(DataSources.VISITORS, user.visitor, user.draft.identities);
        dataSources.add(dataSource, user.partner, user.draft.identities);
        return processed == 0 ? user.draft.spokenOnArrival() : user.draft.spokenAt(processed);
    }

    private void readUsers(JsonParser parser, Arrival arrival, List<User> users, Harvest harvest)
            throws IOException {
        if (!Scalars.opens(parser, JsonToken.START_ARRAY)) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                harvest.refuse(Refusal.WRONG_TYPE);
                parser.skipChildren();
                continue;
            }
            int outside = JsonInput.depth(parser) - 1;
            try {
                users.add(readUser(parser, arrival));
            } catch (RefusedException e) {
                harvest.refuse(e.refusal());
                JsonInput.leave(parser, outside);
            }
        }
    }

    /** What was read of one user; whose ids the partner's are is known at the end. */
    private static final class User {
        private final PersonDraft draft;
        private String visitor;
        private String partner;

        User(PersonDraft draft) {
            this.draft = draft;
        }
    }

    private User readUser(JsonParser parser, Arrival arrival) throws IOException {
        User user = new User(new PersonDraft(wanted, arrival));
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name.toLowerCase(Locale.ROOT)) {
                case "aam_uuid" ->
                        user.visitor = Once.given(user.visitor, Scalars.textOrWhole(parser));
                case "datapartner_uuid" ->
                        user.partner = Once.given(user.partner, Scalars.textOrWhole(parser));
                case "segments" -> readSegments(parser, user.draft.memberships);
                default -> parser.skipChildren();
            }
        }
        return user;
    }

    private static void readSegments(JsonParser parser, Memberships memberships)
            throws IOException {
        if (!Scalars.opens(parser, JsonToken.START_ARRAY)) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (Scalars.opens(parser, JsonToken.START_OBJECT)) {
                memberships.add(readSegment(parser));
            }
        }
    }

    private static Membership readSegment(JsonParser parser) throws IOException {
        Membership membership = new Membership().namespace(NAMESPACE);
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name.toLowerCase(Locale.ROOT)) {
                case "segment_id" -> membership.audience(Scalars.textOrWhole(parser));
                case "status" -> membership.status(status(Scalars.textOrWhole(parser)));
                case "datetime" -> membership.at(time(parser));
                default -> parser.skipChildren();
            }
        }
        return membership;
    }

    /** 0 is for whoever opted out, fell out of the segment or was forgotten by it. */
    private static String status(String number) throws RefusedException {
        return switch (number == null ? "" : number) {
            case "1" -> "realized";
            case "0" -> "exited";
            default -> throw Refusal.UNKNOWN_STATUS.because();
        };
    }

    private static long time(JsonParser parser) throws IOException {
        String text = Scalars.text(parser);
        return text == null ? 0 : UtcDates.parse(text);
    }
}
