package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** Keeps a {@link Plan} and its broadcast state in step, so that a restore knows it at once. */
final class PlanState {

    static final MapStateDescriptor<String, LedgerControl> DESCRIPTOR =
            new MapStateDescriptor<>("plan", Types.STRING, TypeInformation.of(LedgerControl.class));

    private static final String ACTIVATIONS = "activations";

    private final Plan plan;

    PlanState(Plan plan) {
        this.plan = plan;
    }

    /** Reads come after the activations: a plan takes no read of a list that it does not know. */
    void restore(BroadcastState<String, LedgerControl> state) throws Exception {
        LedgerControl activations = state.get(ACTIVATIONS);
        if (activations != null) {
            plan.activate(activations.activations());
        }
        state.entries().forEach(entry -> restore(entry.getValue()));
    }

    private void restore(LedgerControl control) {
        switch (control.kind()) {
            case ACTIVATIONS -> {}
            case LIST_READ -> plan.read(control.read());
            case LIST_HOLD -> plan.hold(control.hold());
        }
    }

    void take(LedgerControl control, BroadcastState<String, LedgerControl> state) throws Exception {
        switch (control.kind()) {
            case ACTIVATIONS -> {
                if (plan.activate(control.activations())) {
                    state.put(ACTIVATIONS, control);
                    forgetReads(control, state);
                }
            }
            case LIST_HOLD -> {
                if (plan.hold(control.hold())) {
                    String key = "hold/" + control.hold().instance() + "/" + control.hold().list();
                    if (control.hold().held()) {
                        state.put(key, control);
                    } else {
                        state.remove(key);
                    }
                }
            }
            case LIST_READ -> {
                if (plan.read(control.read())) {
                    state.put(key(control.read().instance(), control.read().list()), control);
                }
            }
        }
    }

    private static void forgetReads(LedgerControl now, BroadcastState<String, LedgerControl> state)
            throws Exception {
        List<String> forgotten = new ArrayList<>();
        for (var entry : state.entries()) {
            ListRead read = entry.getValue().read();
            if (read != null && !names(now, read)) {
                forgotten.add(entry.getKey());
            }
        }
        for (String key : forgotten) {
            state.remove(key);
        }
    }

    private static boolean names(LedgerControl control, ListRead read) {
        for (Activation activation : control.activations().activations()) {
            if (activation.list() == read.list() && activation.instance().equals(read.instance())) {
                return true;
            }
        }
        return false;
    }

    private static String key(String instance, long list) {
        return "read/" + instance + "/" + list;
    }
}
