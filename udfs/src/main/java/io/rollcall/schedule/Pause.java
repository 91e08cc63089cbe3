package io.rollcall.schedule;

/**
 * Nothing is sent for some work until a time (epoch ms), and why. {@code tries} is how often in a
 * row it came to this.
 */
public record Pause(long until, String reason, int tries) {}
