package io.rollcall.demo.check;

import com.fasterxml.jackson.databind.JsonNode;

/** How one format says what it says. */
interface Reading {

    Said read(JsonNode message, long arrival) throws UnusableException;
}
