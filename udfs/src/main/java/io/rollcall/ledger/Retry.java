package io.rollcall.ledger;

/**
 * Someone asks to try again what Marketo refused with this code on one list. It is about refusals
 * that stand in the reports topic before {@code offset}: a later one is an answer to it.
 */
public record Retry(String instance, long list, String code, long offset) {}
