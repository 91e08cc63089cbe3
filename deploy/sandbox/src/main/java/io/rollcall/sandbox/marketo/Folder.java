package io.rollcall.sandbox.marketo;

/** A folder of Marketo's tree that static lists stand in. */
public record Folder(long id, String name, long createdAt) {}
