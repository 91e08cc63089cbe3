package io.rollcall.ledger;

/** A list of an instance. */
record ListKey(String instance, long list) {

    static ListKey of(ListRead read) {
        return new ListKey(read.instance(), read.list());
    }

    static ListKey of(ListHold hold) {
        return new ListKey(hold.instance(), hold.list());
    }

    static ListKey of(Target target) {
        return new ListKey(target.activation().instance(), target.list());
    }
}
