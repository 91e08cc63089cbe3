package io.rollcall.schedule.calls;

/** At {@code at} (epoch ms) this person comes onto the list, or leaves it. */
record Change(long at, int person, long list, boolean in) {}
