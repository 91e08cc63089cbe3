package io.rollcall.receiver;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** A secret comes with each message: as a bearer token, in a header or in the query. */
record KeyGuard(Place place, String name, Secrets secrets) implements Guard {

    private static final String BEARER = "Bearer ";

    /** Where it stands. */
    enum Place {
        /** {@code Authorization: Bearer}, as Experience Platform sends it. */
        BEARER,
        /** A header of this name, as Dataverse's HttpHeader authentication. */
        HEADER,
        /** A parameter of this name, as Dataverse's WebhookKey ({@code code}). */
        QUERY
    }

    @Override
    public boolean admits(Request request) {
        String given = given(request);
        return given != null && secrets.match(given, secret -> secret);
    }

    private String given(Request request) {
        return switch (place) {
            case BEARER -> bearer(request.getHeaders().get(HttpHeader.AUTHORIZATION));
            case HEADER -> request.getHeaders().get(name);
            case QUERY -> Request.extractQueryParameters(request).getValue(name);
        };
    }

    private static String bearer(String authorization) {
        boolean is =
                authorization != null
                        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return is ? authorization.substring(BEARER.length()).strip() : null;
    }
}
