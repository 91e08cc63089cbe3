package io.rollcall.receiver;

import io.rollcall.receiver.Outlet.Fate;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/**
 * One door: what is refused without the body is, then the body is read, judged and written, and the
 * answer waits for Kafka, but no thread does.
 */
final class DoorHandler extends Handler.Abstract {

    private static final String DATAVERSE = "x-ms-dynamics-";

    private final Door door;
    private final Outlet outlet;
    private final Backlog backlog;
    private final Tally tally;
    private final int largest;

    DoorHandler(Door door, Outlet outlet, Backlog backlog, Tally tally, int largest) {
        this.door = door;
        this.outlet = outlet;
        this.backlog = backlog;
        this.tally = tally;
        this.largest = largest;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = new Exchange(request, response, callback);
        int refused = judge(request);
        if (refused != 0) {
            exchange.answer(refused);
        } else {
            exchange.take();
        }
        return true;
    }

    /** The status of a refusal that needs no body, or 0. */
    private int judge(Request request) {
        if (!HttpMethod.POST.is(request.getMethod())) {
            return HttpStatus.METHOD_NOT_ALLOWED_405;
        }
        if (!door.guard().admits(request)) {
            return HttpStatus.UNAUTHORIZED_401;
        }
        String encoding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return HttpStatus.UNSUPPORTED_MEDIA_TYPE_415;
        }
        return request.getLength() > largest ? HttpStatus.PAYLOAD_TOO_LARGE_413 : 0;
    }

    /** One request, its answer, and the room that it takes. */
    private final class Exchange {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final long room;

        Exchange(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            // A body of unknown length may become as large as any.
            this.room = request.getLength() < 0 ? largest : request.getLength();
        }

        void take() {
            if (!backlog.enter(room)) {
                answer(HttpStatus.SERVICE_UNAVAILABLE_503);
                return;
            }
            Content.Source.asByteArrayAsync(
                    request, largest, Promise.Invocable.from(InvocationType.BLOCKING, this::taken));
        }

        private void taken(byte[] body, Throwable failure) {
            if (failure == null) {
                write(body);
            } else {
                leave(
                        tooLarge(failure)
                                ? HttpStatus.PAYLOAD_TOO_LARGE_413
                                : HttpStatus.BAD_REQUEST_400);
            }
        }

        private void write(byte[] body) {
            if (body.length == 0) {
                leave(HttpStatus.BAD_REQUEST_400);
            } else if (!door.guard().admits(request, body)) {
                leave(HttpStatus.UNAUTHORIZED_401);
            } else {
                outlet.write(door.topic(), body, headers()).thenAccept(fate -> leave(status(fate)));
            }
        }

        /** Dataverse says there which table it is about and whether the message was cut down. */
        private Map<String, String> headers() {
            Map<String, String> kept = new HashMap<>();
            for (HttpField field : request.getHeaders()) {
                if (field.getLowerCaseName().startsWith(DATAVERSE) && field.getValue() != null) {
                    kept.put(field.getLowerCaseName(), field.getValue());
                }
            }
            return kept;
        }

        private void leave(int status) {
            backlog.leave(room);
            answer(status);
        }

        void answer(int status) {
            tally.count(status);
            response.setStatus(status);
            switch (status) {
                case HttpStatus.METHOD_NOT_ALLOWED_405 ->
                        response.getHeaders().put(HttpHeader.ALLOW, "POST");
                case HttpStatus.UNAUTHORIZED_401 ->
                        response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
                case HttpStatus.SERVICE_UNAVAILABLE_503 ->
                        response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
                default -> {}
            }
            String words = status == HttpStatus.OK_200 ? "" : HttpStatus.getMessage(status) + "\n";
            byte[] bytes = words.getBytes(StandardCharsets.US_ASCII);
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
            response.write(true, ByteBuffer.wrap(bytes), callback);
        }
    }

    private static boolean tooLarge(Throwable failure) {
        return failure instanceof IllegalStateException
                || failure.getCause() instanceof IllegalStateException;
    }

    private static int status(Fate fate) {
        return switch (fate) {
            case KEPT -> HttpStatus.OK_200;
            case UNSURE -> HttpStatus.SERVICE_UNAVAILABLE_503;
            case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE_413;
        };
    }
}
