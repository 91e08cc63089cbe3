package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.marketo.Refusal;
import java.util.stream.Stream;

/** The actions of Sync Leads. */
enum SyncAction {
    CREATE_ONLY("createOnly"),
    UPDATE_ONLY("updateOnly"),
    CREATE_OR_UPDATE("createOrUpdate"),
    CREATE_DUPLICATE("createDuplicate");

    private final String label;

    SyncAction(String label) {
        this.label = label;
    }

    static SyncAction named(String label) throws Refusal {
        return Stream.of(values())
                .filter(action -> action.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new Refusal("1003", "Invalid value '" + label + "' for action"));
    }

    /** Whether to create where so many leads match; if not, the one match is updated. */
    boolean creates(int matches) throws Refusal {
        if (this == CREATE_ONLY && matches > 0) {
            throw new Refusal("1005", "Lead already exists");
        }
        if (this == UPDATE_ONLY && matches == 0) {
            throw new Refusal("1004", "Lead not found");
        }
        if (this != CREATE_DUPLICATE && matches > 1) {
            throw new Refusal("1007", "Multiple leads match the lookup criteria");
        }
        return this == CREATE_DUPLICATE || matches == 0;
    }
}
