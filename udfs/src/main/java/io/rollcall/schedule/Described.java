package io.rollcall.schedule;

import io.rollcall.activation.Instance;
import io.rollcall.pack.Hash64;
import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of checking the instance's configuration against Marketo. {@code configuration} is a
 * hash of what was checked: a new one has to be checked before anybody is sent, the same one while
 * the others go on. {@code partition} is the id of the lead partition to keep to, 0 for any.
 */
record Described(long configuration, boolean passed, List<String> faults, long partition) {

    private static final int VERSION = 1;

    static Described none() {
        return new Described(0, false, List.of(), 0);
    }

    /** What was found of the lead partition of the same configuration holds until it is asked. */
    static Described of(Instance instance, List<String> faults, Described before) {
        long kept = before.isOf(instance) ? before.partition : 0;
        boolean passed = faults.isEmpty() && (instance.leadPartition() == null || kept != 0);
        return new Described(hash(instance), passed, faults, kept);
    }

    Described in(long id, List<String> more) {
        List<String> all = new ArrayList<>(faults);
        all.addAll(more);
        return new Described(configuration, all.isEmpty(), List.copyOf(all), id);
    }

    boolean isOf(Instance instance) {
        return configuration == hash(instance);
    }

    static long hash(Instance instance) {
        return Hash64.of(
                instance.lookup() + " " + instance.mapping() + " " + instance.leadPartition());
    }

    byte[] encode() {
        Packer out = new Packer();
        out.put(VERSION);
        out.fixed64(configuration);
        out.put(passed ? 1 : 0);
        out.varint(partition);
        out.varint(faults.size());
        faults.forEach(out::string);
        return out.bytes();
    }

    static Described decode(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        Version.check(in.get(), VERSION, "description");
        long configuration = in.fixed64();
        boolean passed = in.get() != 0;
        long partition = in.varint();
        List<String> faults = new ArrayList<>();
        in.times(() -> faults.add(in.string()));
        return new Described(configuration, passed, faults, partition);
    }
}
