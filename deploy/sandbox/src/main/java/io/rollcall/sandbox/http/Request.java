package io.rollcall.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** One HTTP request, read completely. Query and form parameters stand together. */
public record Request(Head head, Params params, byte[] body) {

    /** What came before the body. */
    public record Head(
            String method,
            String path,
            int uriLength,
            String contentType,
            String authorization,
            String prefer,
            String range,
            String userToken,
            String client) {

        boolean isForm() {
            return says("application/x-www-form-urlencoded");
        }

        /** The content type is kept as it came, because a multipart boundary has its case. */
        private boolean says(String mediaType) {
            return contentType.toLowerCase(Locale.ROOT).startsWith(mediaType);
        }
    }

    static Request read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Head head = head(exchange);
        Params query = Params.parse(exchange.getRequestURI().getRawQuery());
        return new Request(head, head.isForm() ? query.with(form(body)) : query, body);
    }

    private static Head head(HttpExchange exchange) {
        return new Head(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestURI().toString().length(),
                header(exchange, "Content-Type"),
                header(exchange, "Authorization"),
                header(exchange, "Prefer"),
                header(exchange, "Range"),
                header(exchange, "X-Mkto-User-Token"),
                exchange.getRemoteAddress().getAddress().getHostAddress()
                        + ":"
                        + exchange.getRemoteAddress().getPort());
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static Params form(byte[] body) {
        return Params.parse(new String(body, StandardCharsets.UTF_8));
    }

    /** The same request as the resource under a path prefix sees it. */
    public Request under(String prefix) {
        Head inner =
                new Head(
                        head.method,
                        head.path.substring(prefix.length()),
                        head.uriLength - prefix.length(),
                        head.contentType,
                        head.authorization,
                        head.prefer,
                        head.range,
                        head.userToken,
                        head.client);
        return new Request(inner, params, body);
    }

    public String path() {
        return head.path;
    }

    /** The method that counts: a POST may carry another one in {@code _method}. */
    public String method() {
        return head.method.equals("POST")
                ? params.first("_method").orElse("POST").toUpperCase(Locale.ROOT)
                : head.method;
    }

    public boolean hasJson() {
        return body.length > 0 && !head.isForm();
    }

    public boolean saysMultipart() {
        return head.says("multipart/form-data");
    }

    public boolean saysJson() {
        return head.says("application/json");
    }
}
