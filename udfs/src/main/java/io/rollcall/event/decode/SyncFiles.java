package io.rollcall.event.decode;

import io.rollcall.event.Assertion;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.RawEvent;
import io.rollcall.secret.SecretUnavailableException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Turns the pieces of files into events, and what is wrong with a file into words. */
final class SyncFiles implements Serializable {

    private final AudienceManagerOptions options;
    private final DecoderOptions decoding;
    private final DataSources dataSources;
    private transient SyncRows rows;
    private transient Transfers transfers;

    SyncFiles(AudienceManagerOptions options, DecoderOptions decoding) {
        this.options = options;
        this.decoding = decoding;
        this.dataSources = new DataSources(options.dataSources(), decoding.identities());
    }

    void open() throws SecretUnavailableException {
        dataSources.open();
        rows = new SyncRows(Wanted.by(decoding), dataSources, options.separator());
        transfers = new Transfers(options.controlFiles());
    }

    Transfers transfers() {
        return transfers;
    }

    /** Total, as a {@link Decoder} is. */
    Decoded decode(RawEvent raw, long now) {
        try {
            return known(raw, now);
        } catch (RuntimeException e) {
            return Decoded.refused(Refusal.UNREADABLE);
        }
    }

    private Decoded known(RawEvent raw, long now) {
        SyncFileName name = SyncFileName.of(raw.topic());
        Arrival arrival = Arrival.of(raw, now + decoding.maxFutureSkew().toMillis());
        if (raw.part() == RawEvent.Part.END) {
            return end(raw, name, arrival);
        }
        return name.kind() == SyncFileName.Kind.CONTROL
                ? control(raw, name, arrival)
                : rows(raw, name, arrival);
    }

    private Decoded rows(RawEvent raw, SyncFileName name, Arrival arrival) {
        List<AudienceEvent> events = new ArrayList<>();
        List<Decoded.Refused> refused = new ArrayList<>();
        if (name.at() <= arrival.latest()) {
            long line = raw.offset();
            String text = new String(raw.value(), StandardCharsets.UTF_8);
            for (String row : text.split("\n", -1)) {
                read(row, line, name, arrival, events, refused);
                line++;
            }
            watch(name, refused.size());
        } else {
            // By the next piece it may be in time: then the transfer would seem to be whole.
            watch(name, 1);
        }
        return new Decoded(events, null, refused);
    }

    private void read(
            String row,
            long line,
            SyncFileName name,
            Arrival arrival,
            List<AudienceEvent> events,
            List<Decoded.Refused> refused) {
        if (row.isBlank()) {
            return;
        }
        try {
            events.addAll(rows.read(row, name, arrival));
        } catch (RefusedException e) {
            byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
            refused.add(new Decoded.Refused(bytes, line, e.refusal().word()));
        }
    }

    private void watch(SyncFileName name, int broken) {
        if (isOutbound(name)) {
            transfers.rows(name, broken);
        }
    }

    private Decoded control(RawEvent raw, SyncFileName name, Arrival arrival) {
        try {
            return concluded(transfers.announced(name, ControlFile.read(raw.value())), arrival);
        } catch (RefusedException e) {
            return Decoded.refused(e.refusal());
        }
    }

    private Decoded end(RawEvent raw, SyncFileName name, Arrival arrival) {
        FileEnd end = FileEnd.decode(raw.value());
        if (name.kind() == SyncFileName.Kind.UNKNOWN) {
            return new Decoded(
                    List.of(), "not the name of a file of Audience Manager; nothing was read");
        }
        if (name.at() > arrival.latest()) {
            return new Decoded(List.of(), Refusal.FUTURE_TIME.word() + ": nothing was read");
        }
        if (end.fault() != null) {
            watch(name, 1);
        }
        Transfers.Conclusion conclusion =
                isOutbound(name) ? transfers.ended(name, end) : Transfers.Conclusion.NONE;
        return end.fault() == null
                ? concluded(conclusion, arrival)
                : new Decoded(List.of(), end.fault());
    }

    private Decoded concluded(Transfers.Conclusion conclusion, Arrival arrival) {
        if (conclusion.missingSince() == 0) {
            return new Decoded(List.of(), conclusion.complaint());
        }
        if (options.segments().isEmpty()) {
            return new Decoded(
                    List.of(),
                    "full, but audience-manager.segments does not say which segments it carries:"
                            + " nobody was removed");
        }
        return new Decoded(List.of(marker(conclusion.missingSince(), arrival)), null);
    }

    /** Whoever was last said to be in one of the segments before this time has left it. */
    private AudienceEvent marker(long at, Arrival arrival) {
        String namespace = Namespaces.canonical(AudienceManagerReader.NAMESPACE);
        return new AudienceEvent(
                AudienceEvent.Kind.SNAPSHOT,
                "",
                at,
                List.of(),
                options.segments().stream()
                        .map(segment -> new Assertion(namespace, segment, false, at, 0))
                        .toList(),
                List.of(),
                arrival.origin());
    }

    private static boolean isOutbound(SyncFileName name) {
        return name.kind() == SyncFileName.Kind.OUTBOUND_CHANGES
                || name.kind() == SyncFileName.Kind.OUTBOUND_FULL;
    }
}
