package io.rollcall.ledger;

/**
 * What is left of a person who asked to be forgotten at {@code at} (epoch ms): a name that only the
 * forget key can make from theirs.
 */
public record Stone(String name, long at) {

    static final String PREFIX = "stone/";

    static boolean isName(String rowKey) {
        return rowKey.startsWith(PREFIX) && rowKey.indexOf(':') < 0;
    }
}
