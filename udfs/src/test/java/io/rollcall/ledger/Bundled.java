package io.rollcall.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Bucket;
import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.util.List;
import java.util.function.ToIntFunction;

/** Events as they reach the ledger. */
public final class Bundled {

    private Bundled() {}

    /** When no other comes along. */
    public static LedgerInput alone(AudienceEvent event) {
        return alone(Bucket.of(event.person()), event);
    }

    /** As if this were the bucket of its person. */
    static LedgerInput alone(int bucket, AudienceEvent event) {
        return together(List.of(event), any -> bucket);
    }

    /** Each in the bucket of its person. */
    static LedgerInput together(List<AudienceEvent> events) {
        return together(events, event -> Bucket.of(event.person()));
    }

    private static LedgerInput together(
            List<AudienceEvent> events, ToIntFunction<AudienceEvent> bucket) {
        byte[] bytes = new byte[1 << 20];
        int end = Bundle.NUMBER;
        for (AudienceEvent event : events) {
            end = Bundle.write(bytes, end, bucket.applyAsInt(event), packer(event));
        }
        return Bundle.of(events.size(), bytes, 0, end);
    }

    /** One as it stands in a bundle. */
    static byte[] bytes(AudienceEvent event) {
        return packer(event).bytes();
    }

    static Unpacker packed(AudienceEvent event) {
        return new Unpacker(bytes(event));
    }

    private static Packer packer(AudienceEvent event) {
        Packer out = new Packer();
        EventCodec.encode(out, event, event.person().getBytes(UTF_8));
        return out;
    }
}
