package io.rollcall.ledger;

/** The id of a list that the configuration of an instance knows by name. */
public record ListFound(String instance, String name, long list) {}
