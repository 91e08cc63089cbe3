package io.rollcall.tools.plan;

import io.rollcall.activation.Instance;
import io.rollcall.activation.ListName;
import io.rollcall.call.AsyncHttp;
import io.rollcall.call.Call;
import io.rollcall.call.Caller;
import io.rollcall.call.Sent;
import io.rollcall.event.Identity;
import io.rollcall.report.Asset;
import io.rollcall.report.CallKind;
import io.rollcall.report.ListPage;
import io.rollcall.report.Report;
import io.rollcall.report.SetUp;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Asks Marketo with the job's own caller, only what reads, and only so often. */
final class Marketo implements AutoCloseable {

    static final int MOST_CALLS = 20;

    private final Caller caller;
    private int calls;

    Marketo(List<Instance> instances) {
        caller = new Caller(instances, 0, new AsyncHttp(), Clock.systemUTC());
    }

    int calls() {
        return calls;
    }

    boolean mayAsk() {
        return calls < MOST_CALLS;
    }

    Report usage(Instance instance) {
        return ask(instance, CallKind.USAGE, 0, List.of(), null, null);
    }

    Report describe(Instance instance) {
        return ask(instance, CallKind.DESCRIBE, 0, List.of(), null, null);
    }

    Report partitions(Instance instance) {
        SetUp asked =
                SetUp.asking(
                        null, Asset.of(Asset.Type.PARTITION, instance.leadPartition(), 0, null));
        return ask(instance, CallKind.PARTITIONS, 0, List.of(), null, asked);
    }

    Report find(Instance instance, ListName name) {
        Asset asked = Asset.of(Asset.Type.LIST, name.name(), 0, name.workspace());
        return ask(
                instance, CallKind.LIST_FIND, 0, List.of(), null, SetUp.asking(name.key(), asked));
    }

    /** A null token asks for the first page. */
    Report page(Instance instance, long list, String token) {
        ListPage page = new ListPage(1, token, false, 0);
        return ask(instance, CallKind.READ, list, List.of(), page, null);
    }

    Report lookup(Instance instance, String field, List<Identity> people) {
        List<Sent> members =
                people.stream()
                        .map(who -> new Sent(who.key(), 0, field, who.value(), 0, Map.of()))
                        .toList();
        return ask(instance, CallKind.LOOKUP, 0, members, null, null);
    }

    private Report ask(
            Instance instance,
            CallKind kind,
            long list,
            List<Sent> members,
            ListPage page,
            SetUp setUp) {
        calls++;
        Call call =
                new Call(
                        "plan-" + calls,
                        "plan",
                        instance.munchkinId(),
                        kind,
                        list,
                        "0-plan",
                        calls,
                        System.currentTimeMillis(),
                        members,
                        List.of(),
                        page,
                        setUp,
                        0,
                        null,
                        null);
        return caller.call(call).join();
    }

    @Override
    public void close() {
        caller.close();
    }
}
