package io.rollcall.sandbox.http;

/** Answers requests, each on a thread of its own. */
@FunctionalInterface
public interface Handler {
    Answer handle(Request request) throws InterruptedException;
}
