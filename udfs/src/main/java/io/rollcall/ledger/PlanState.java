package io.rollcall.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** Keeps a {@link Plan} and its broadcast state in step, so that a restore knows it at once. */
final class PlanState {

    static final MapStateDescriptor<String, LedgerControl> DESCRIPTOR =
            new MapStateDescriptor<>("plan", Types.STRING, TypeInformation.of(LedgerControl.class));

    private final Plan plan;

    PlanState(Plan plan) {
        this.plan = plan;
    }

    /** Reads come last: a plan takes no read of a list that it does not know. */
    void restore(BroadcastState<String, LedgerControl> state) throws Exception {
        List<LedgerControl> all = new ArrayList<>();
        state.entries().forEach(entry -> all.add(entry.getValue()));
        all.sort(Comparator.comparing(PlanState::rank));
        all.forEach(this::tell);
    }

    private static int rank(LedgerControl control) {
        return switch (control.kind()) {
            case ACTIVATIONS -> 0;
            case FIELDS, LIST_FOUND -> 1;
            case LIST_READ, LIST_HOLD, RETRY -> 2;
        };
    }

    /** Answers whether it was news. */
    private boolean tell(LedgerControl control) {
        return switch (control.kind()) {
            case ACTIVATIONS -> plan.activate(control.activations());
            case LIST_READ -> plan.read(control.read());
            case LIST_HOLD -> plan.hold(control.hold());
            case RETRY -> plan.retry(control.retry());
            case LIST_FOUND -> plan.found(control.found());
            case FIELDS -> {
                plan.described(control.fields());
                yield true;
            }
        };
    }

    void take(LedgerControl control, BroadcastState<String, LedgerControl> state) throws Exception {
        if (tell(control)) {
            state.put(control.matter(), control);
            if (control.kind() == LedgerControl.Kind.ACTIVATIONS
                    || control.kind() == LedgerControl.Kind.LIST_FOUND) {
                forget(state);
            }
        }
    }

    /** What is about lists that no activation feeds any more. */
    private void forget(BroadcastState<String, LedgerControl> state) throws Exception {
        List<String> forgotten = new ArrayList<>();
        for (var entry : state.entries()) {
            LedgerControl control = entry.getValue();
            boolean kept =
                    switch (control.kind()) {
                        case LIST_READ -> plan.feeds(control.read());
                        case LIST_HOLD -> plan.feeds(control.hold());
                        default -> true;
                    };
            if (!kept) {
                forgotten.add(entry.getKey());
            }
        }
        for (String key : forgotten) {
            state.remove(key);
        }
    }
}
