package io.rollcall.call;

import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.asynchttpclient.AsyncHandler;
import org.asynchttpclient.HttpResponseBodyPart;
import org.asynchttpclient.HttpResponseStatus;
import org.asynchttpclient.netty.request.NettyRequest;

/**
 * Gathers one answer. It also knows whether the request was ever written, which is what tells "not
 * done" from "perhaps": a request that has failed before is never written afterwards.
 */
final class AnswerHandler implements AsyncHandler<Void> {

    private enum Stage {
        WAITING,
        WRITTEN,
        LATE,
        ENDED
    }

    private final CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Clock clock;
    private final HttpAsk ask;
    private Stage stage = Stage.WAITING;
    private int status;
    private long retryAfter;

    AnswerHandler(Clock clock, HttpAsk ask) {
        this.clock = clock;
        this.ask = ask;
    }

    CompletableFuture<HttpAnswer> answer() {
        return answer;
    }

    /** The last moment before the request is written; what is thrown here keeps it unsent. */
    @Override
    public synchronized void onRequestSend(NettyRequest request) {
        if (stage == Stage.WAITING && clock.millis() > ask.notAfter()) {
            stage = Stage.LATE;
        }
        if (stage != Stage.WAITING) {
            throw new Unsent();
        }
        stage = Stage.WRITTEN;
    }

    @Override
    public State onStatusReceived(HttpResponseStatus received) {
        status = received.getStatusCode();
        return State.CONTINUE;
    }

    @Override
    public State onHeadersReceived(HttpHeaders headers) {
        retryAfter = seconds(headers.get("Retry-After"));
        return State.CONTINUE;
    }

    /** 0 for none; a date, the header's other form, is not used by those whom we ask. */
    private static long seconds(String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }

    @Override
    public State onBodyPartReceived(HttpResponseBodyPart part) throws IOException {
        if (body.size() + part.length() > ask.mostBytes()) {
            throw new AnswerTooLarge();
        }
        body.write(part.getBodyPartBytes());
        return State.CONTINUE;
    }

    @Override
    public Void onCompleted() {
        answer.complete(HttpAnswer.of(status, body.toByteArray(), retryAfter));
        return null;
    }

    @Override
    public void onThrowable(Throwable failure) {
        answer.complete(HttpAnswer.failed(end(failure), failure));
    }

    /** The client is closing: what was not written never will be. */
    void abandon() {
        IOException closing = new IOException("closing");
        String word = end(closing).equals("io") ? "io" : "closed";
        answer.complete(HttpAnswer.failed(word, closing));
    }

    private synchronized String end(Throwable failure) {
        Stage before = stage;
        stage = Stage.ENDED;
        return switch (before) {
            case WAITING -> "connect";
            case LATE -> "stale";
            case WRITTEN, ENDED -> word(failure);
        };
    }

    private static String word(Throwable failure) {
        if (failure instanceof AnswerTooLarge) {
            return "unreadable";
        }
        return failure instanceof TimeoutException ? "timeout" : "io";
    }

    private static final class AnswerTooLarge extends IOException {
        AnswerTooLarge() {
            super("answer too large");
        }
    }

    /** Without a stack trace, since the client logs it. */
    private static final class Unsent extends RuntimeException {
        Unsent() {
            super("not sent: too late", null, false, false);
        }
    }
}
