package io.rollcall.ledger;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.util.List;

/** The rows of a bucket; whatever is written to them shows in what is known without a look. */
final class RecentRows implements Rows {

    private final RecentFacts recent;
    private final Rows rows;

    RecentRows(RecentFacts recent, Rows rows) {
        this.recent = recent;
        this.rows = rows;
    }

    @Override
    public byte[] get(String person) {
        return rows.get(person);
    }

    @Override
    public void put(String person, byte[] row) {
        rows.put(person, row);
        byte[] packed = packed(person);
        recent.forget(new Unpacker(packed));
        recent.learn(new Unpacker(packed), row);
    }

    @Override
    public void remove(String person) {
        rows.remove(person);
        recent.forget(new Unpacker(packed(person)));
    }

    @Override
    public List<String> people() {
        return rows.people();
    }

    private static byte[] packed(String person) {
        Packer packer = new Packer();
        packer.string(person);
        return packer.bytes();
    }
}
