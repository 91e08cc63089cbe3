package io.rollcall.job.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Where Marketo and Dataverse answer, and which addresses may stand in for them. */
final class Endpoints {

    static final String INGESTION = "https://mkto-ingestion-api.adobe.io";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Endpoints() {}

    static String of(String munchkinId) {
        return "https://" + munchkinId.toLowerCase(Locale.ROOT) + ".mktorest.com";
    }

    /** The credentials go there, so never in the clear beyond this machine. */
    static boolean mayBeCalled(String text) {
        URI uri = parsed(text);
        return plain(uri) && ("https".equals(uri.getScheme()) || loopback(uri));
    }

    static boolean isLoopback(String text) {
        URI uri = parsed(text);
        return plain(uri) && loopback(uri);
    }

    static boolean hasNoUser(String text) {
        return !text.isBlank() && !text.contains("@");
    }

    static String withoutSlash(String endpoint) {
        return endpoint.replaceAll("/+$", "");
    }

    /** Scheme, host and port; a path may hold anything and is left out. */
    static String origin(String endpoint) {
        URI uri = parsed(endpoint);
        return uri == null ? "" : uri.getScheme() + "://" + uri.getAuthority();
    }

    private static boolean plain(URI uri) {
        return uri != null
                && uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getQuery() == null
                && uri.getFragment() == null;
    }

    private static boolean loopback(URI uri) {
        return Set.of("http", "https").contains(uri.getScheme())
                && LOOPBACK.contains(uri.getHost());
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
