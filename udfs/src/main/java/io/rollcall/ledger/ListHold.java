package io.rollcall.ledger;

/** Whether the activation of a list sends nothing more of its own until someone releases it. */
public record ListHold(String instance, long list, boolean held) {}
