package io.rollcall.ledger;

/**
 * What is left of a person who asked to be forgotten at {@code at} (epoch ms): a name that only the
 * forget key can make from theirs. {@code about} names the stone of another name of theirs, and is
 * null where both surely are one person's; else the row of this name knows. {@code lead} was
 * deleted at an instance at that request, as a report of this {@code offset} told; 0 for none.
 */
public record Stone(String name, long at, String about, String instance, long lead, long offset) {

    static final String PREFIX = "stone/";

    static Stone of(String name, long at) {
        return new Stone(name, at, null, null, 0, -1);
    }

    static boolean isName(String rowKey) {
        return rowKey.startsWith(PREFIX) && rowKey.indexOf(':') < 0;
    }
}
