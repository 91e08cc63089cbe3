package io.rollcall.sandbox.admin;

import io.rollcall.sandbox.marketo.Fault;
import io.rollcall.sandbox.marketo.FaultSpec;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** Faults on demand. */
final class FaultAdmin {
    private FaultAdmin() {}

    static Object inForce(Subscription subscription, AdminRequest request) {
        return subscription.faults().inForce().stream().map(FaultAdmin::view).toList();
    }

    private static Map<String, Object> view(Fault fault) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", fault.id());
        view.put("left", fault.left());
        view.put("fault", fault.spec());
        return view;
    }

    static Object add(Subscription subscription, AdminRequest request) {
        return view(subscription.faults().add(request.as(FaultSpec.class)));
    }

    static Object clear(Subscription subscription, AdminRequest request) {
        subscription.faults().clear();
        return inForce(subscription, request);
    }

    static Object remove(Subscription subscription, AdminRequest request) {
        if (!subscription.faults().remove((int) request.id())) {
            throw new NoSuchElementException("no fault " + request.id());
        }
        return inForce(subscription, request);
    }
}
