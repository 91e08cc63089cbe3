package io.rollcall.ledger;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a bucket; whatever is written to them shows in what is known without a look. */
final class RecentRows implements Rows {

    private final RecentFacts recent;
    private final Rows rows;

    /** Rows of a walk that were not yet asked for, null without a walk. */
    private Map<String, byte[]> walk;

    RecentRows(RecentFacts recent, Rows rows) {
        this.recent = recent;
        this.rows = rows;
    }

    @Override
    public byte[] get(String person) {
        byte[] row = passed(person);
        return row == null ? rows.get(person) : row;
    }

    @Override
    public void put(String person, byte[] row) {
        passed(person);
        rows.put(person, row);
        recent.learn(new Unpacker(packed(person)), row);
    }

    @Override
    public void remove(String person) {
        passed(person);
        rows.remove(person);
        recent.forget(new Unpacker(packed(person)));
    }

    @Override
    public Map<String, byte[]> all() {
        return rows.all();
    }

    /** Whoever asks for the people asks for their rows next: they are read in one go. */
    @Override
    public List<String> people() {
        walk = new LinkedHashMap<>(rows.all());
        return List.copyOf(walk.keySet());
    }

    private byte[] passed(String person) {
        return walk == null ? null : walk.remove(person);
    }

    private static byte[] packed(String person) {
        Packer packer = new Packer();
        packer.string(person);
        return packer.bytes();
    }
}
