package io.rollcall.testing;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/** All entries of a map state, of whatever key, so that a test sees what is left behind. */
public final class StateEntries {

    private StateEntries() {}

    public static <K, V> Map<String, V> of(
            AbstractStreamOperatorTestHarness<?> harness, MapStateDescriptor<String, V> descriptor)
            throws Exception {
        Map<String, V> entries = new TreeMap<>();
        KeyedStateBackend<K> backend = harness.getOperator().getKeyedStateBackend();
        backend.applyToAllKeys(
                VoidNamespace.INSTANCE,
                VoidNamespaceSerializer.INSTANCE,
                descriptor,
                (K key, MapState<String, V> state) ->
                        state.entries()
                                .forEach(e -> entries.put(key + "/" + e.getKey(), e.getValue())));
        return entries;
    }
}
