package io.rollcall.receiver;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * For load balancers and people: 200 while Kafka can be reached, and how requests were answered.
 */
final class HealthHandler extends Handler.Abstract {

    static final String PATH = "/health";

    private final Outlet outlet;
    private final Backlog backlog;
    private final Tally tally;

    HealthHandler(Outlet outlet, Backlog backlog, Tally tally) {
        this.outlet = outlet;
        this.backlog = backlog;
        this.tally = tally;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        boolean reachable = outlet.reachable();
        String answers =
                tally.counts().entrySet().stream()
                        .map(HealthHandler::pair)
                        .collect(Collectors.joining(", "));
        String json =
                "{\"kafka\": %b, \"bytesUnderWay\": %d, \"answers\": {%s}}\n"
                        .formatted(reachable, backlog.bytes(), answers);
        response.setStatus(reachable ? 200 : 503);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(json.getBytes(StandardCharsets.US_ASCII)), callback);
        return true;
    }

    private static String pair(Map.Entry<Integer, Long> count) {
        return "\"%d\": %d".formatted(count.getKey(), count.getValue());
    }
}
