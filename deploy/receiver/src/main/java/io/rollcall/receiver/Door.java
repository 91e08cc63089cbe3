package io.rollcall.receiver;

/** A path, whose messages it takes, and the topic that they go to. */
record Door(String path, Guard guard, String topic) {}
