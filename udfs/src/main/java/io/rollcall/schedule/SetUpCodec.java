package io.rollcall.schedule;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import io.rollcall.report.Asset;
import io.rollcall.report.SetUp;

/** What a set-up call asks for, as it stands in state. */
final class SetUpCodec {

    private SetUpCodec() {}

    static void write(Packer out, SetUp setUp) {
        out.string(setUp.subject());
        Asset asked = setUp.asked();
        out.put(asked == null ? 0 : 1);
        if (asked != null) {
            type(out, asked.type());
            out.string(asked.name());
            out.varint(asked.id());
            out.string(asked.workspace());
            type(out, asked.parentType());
            out.varint(asked.parent());
        }
    }

    private static void type(Packer out, Asset.Type type) {
        out.put(type == null ? 0 : 1 + type.ordinal());
    }

    static SetUp read(Unpacker in) {
        String subject = in.string();
        if (in.get() == 0) {
            return SetUp.asking(subject, null);
        }
        Asset asked =
                new Asset(type(in), in.string(), in.varint(), in.string(), type(in), in.varint());
        return SetUp.asking(subject, asked);
    }

    private static Asset.Type type(Unpacker in) {
        int ordinal = in.get() - 1;
        return ordinal < 0 ? null : Asset.Type.values()[ordinal];
    }
}
