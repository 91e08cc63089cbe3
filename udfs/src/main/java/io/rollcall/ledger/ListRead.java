package io.rollcall.ledger;

/**
 * The newest read of a list. {@code generation} is the sequence of its first page: what was
 * reported before it, the read overrules.
 */
public record ListRead(String instance, long list, long generation, boolean complete) {}
