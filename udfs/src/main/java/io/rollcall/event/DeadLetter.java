package io.rollcall.event;

/** A message that could not be used, with its bytes and the reason, so that it can be replayed. */
public record DeadLetter(byte[] value, Origin origin, String reason, String format) {}
