package io.rollcall.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Bucket;
import io.rollcall.pack.Packer;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/**
 * Gathers events to bundles, of which each holds those of one key group only: whatever the ledger's
 * parallelism is when a bundle arrives, all of it is for one subtask. Events of one person keep
 * their order.
 *
 * <p>All bundles stand in one array, each in a place of its own: as objects they lay so far apart
 * that the processor waited for each.
 */
final class Bundles {

    /** Bytes of a bundle; a larger event goes alone. */
    static final int PLACE = 1 << 11;

    private final short[] groups = new short[Bucket.COUNT];
    private final byte[] places;
    private final int[] ends;
    private final int[] sizes;
    private final Packer event = new Packer();
    private final Consumer<LedgerInput> out;
    private boolean holding;

    /** {@code groupOf} tells the key group of a bucket, of so many. */
    Bundles(int groups, IntUnaryOperator groupOf, Consumer<LedgerInput> out) {
        this.places = new byte[groups * PLACE];
        this.ends = new int[groups];
        this.sizes = new int[groups];
        this.out = out;
        for (int bucket = 0; bucket < Bucket.COUNT; bucket++) {
            this.groups[bucket] = (short) groupOf.applyAsInt(bucket);
        }
    }

    /** To the bucket of its person; the end of a snapshot of everybody, to all. */
    void add(AudienceEvent said) {
        byte[] person = said.person().getBytes(UTF_8);
        event.clear();
        EventCodec.encode(event, said, person);
        if (said.kind() != AudienceEvent.Kind.SNAPSHOT || person.length > 0) {
            add(Bucket.of(person));
            return;
        }
        for (int bucket = 0; bucket < Bucket.COUNT; bucket++) {
            add(bucket);
        }
    }

    private void add(int bucket) {
        int group = groups[bucket];
        int room = Bundle.HEADER + event.size();
        if (sizes[group] > 0 && ends[group] + room > group * PLACE + PLACE) {
            send(group);
        }
        if (Bundle.NUMBER + room > PLACE) {
            byte[] alone = new byte[Bundle.NUMBER + room];
            out.accept(Bundle.of(1, alone, 0, Bundle.write(alone, Bundle.NUMBER, bucket, event)));
        } else {
            hold(group, bucket);
        }
    }

    private void hold(int group, int bucket) {
        int at = sizes[group] == 0 ? group * PLACE + Bundle.NUMBER : ends[group];
        ends[group] = Bundle.write(places, at, bucket, event);
        holding = true;
        if (++sizes[group] == Bundle.MOST) {
            send(group);
        }
    }

    private void send(int group) {
        out.accept(Bundle.of(sizes[group], places, group * PLACE, ends[group]));
        sizes[group] = 0;
    }

    /** Whether there may be anything to be sent. */
    boolean isHolding() {
        return holding;
    }

    void sendAll() {
        for (int group = 0; group < sizes.length; group++) {
            if (sizes[group] > 0) {
                send(group);
            }
        }
        holding = false;
    }
}
