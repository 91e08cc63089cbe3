/**
 * How many calls the real scheduler makes for a given load, on a fast clock: a program, run by
 * {@code scripts/bench model}. Ledger and Marketo are modelled as far as calls depend on them.
 */
package io.rollcall.schedule.calls;
