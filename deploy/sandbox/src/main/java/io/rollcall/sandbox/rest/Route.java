package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.marketo.CallKind;

/** Where a request goes: what it is for, which list it is about, what is done. */
record Route(CallKind kind, Long listId, Operation operation) {

    boolean isAsset() {
        return kind == CallKind.ASSET || kind == CallKind.ASSET_CHANGE;
    }
}
