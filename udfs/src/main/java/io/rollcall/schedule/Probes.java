package io.rollcall.schedule;

import java.io.Serializable;
import java.time.Duration;

/**
 * How often what a human must mend is tried again.
 *
 * @param access what Marketo does not let Rollcall do: a role, an address or a token it refuses
 * @param list a list that is gone
 */
public record Probes(Duration access, Duration list) implements Serializable {}
