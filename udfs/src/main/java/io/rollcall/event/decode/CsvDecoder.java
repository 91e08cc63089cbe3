package io.rollcall.event.decode;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.RawEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A header and rows of one person each. A row that cannot be used is refused with its line; the
 * others count. The rows of a piece of a file begin at the line that is its offset.
 */
final class CsvDecoder implements Decoder {

    private static final char UNREADABLE = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CsvOptions csv;
    private final Namespaces namespaces;
    private final Wanted wanted;
    private final long maxFutureSkew;

    CsvDecoder(CsvOptions csv, DecoderOptions options) {
        this.csv = csv;
        this.namespaces = new Namespaces(options.identities());
        this.wanted = Wanted.by(options);
        this.maxFutureSkew = options.maxFutureSkew().toMillis();
    }

    @Override
    public Decoded decode(RawEvent raw, long now) {
        if (raw.value() == null || raw.value().length == 0) {
            return Decoded.refused(Refusal.EMPTY);
        }
        try {
            return read(raw, Arrival.of(raw, now + maxFutureSkew));
        } catch (RefusedException e) {
            return Decoded.refused(e.refusal());
        } catch (IOException e) {
            return Decoded.refused(Refusal.NOT_CSV);
        } catch (RuntimeException e) {
            return Decoded.refused(Refusal.UNREADABLE);
        }
    }

    private Decoded read(RawEvent raw, Arrival arrival) throws IOException {
        CsvLines lines =
                new CsvLines(
                        new InputStreamReader(
                                new ByteArrayInputStream(raw.value()), StandardCharsets.UTF_8));
        CsvLines.Row first = lines.next();
        CsvHeader header = CsvHeader.of(fields(first), csv);
        if (csv.snapshot()) {
            arrival.time();
        }
        List<AudienceEvent> events = new ArrayList<>();
        List<Decoded.Refused> refused = new ArrayList<>();
        for (CsvLines.Row row = lines.next(); row != null; row = lines.next()) {
            if (!row.isBlank()) {
                read(row, raw, header, arrival, events, refused);
            }
        }
        return new Decoded(events, null, refused);
    }

    private void read(
            CsvLines.Row row,
            RawEvent raw,
            CsvHeader header,
            Arrival arrival,
            List<AudienceEvent> events,
            List<Decoded.Refused> refused) {
        try {
            events.add(person(fields(row), header, arrival));
        } catch (RefusedException e) {
            long line =
                    raw.part() == RawEvent.Part.WHOLE ? row.line() : row.line() - 2 + raw.offset();
            byte[] bytes = row.text().getBytes(StandardCharsets.UTF_8);
            refused.add(new Decoded.Refused(bytes, line, e.refusal().word()));
        }
    }

    private List<String> fields(CsvLines.Row row) throws RefusedException {
        if (row.broken()) {
            throw Refusal.NOT_CSV.because();
        }
        if (row.text().indexOf(UNREADABLE) >= 0) {
            throw Refusal.INVALID_UTF8.because();
        }
        String text = row.text().startsWith(BYTE_ORDER_MARK) ? row.text().substring(1) : row.text();
        try {
            Iterator<CsvRecord> records =
                    CsvReader.builder()
                            .fieldSeparator(csv.delimiter())
                            .ofCsvRecord(text)
                            .iterator();
            return records.hasNext() ? records.next().getFields() : List.of("");
        } catch (CsvParseException e) {
            throw Refusal.NOT_CSV.because();
        }
    }

    private AudienceEvent person(List<String> fields, CsvHeader header, Arrival arrival)
            throws RefusedException {
        if (fields.size() != header.width()) {
            throw Refusal.WRONG_NUMBER_OF_FIELDS.because();
        }
        PersonDraft draft = new PersonDraft(wanted, arrival);
        Integer rank = namespaces.rank(csv.identityNamespace());
        draft.identities.add(rank, fields.get(header.identity()), true);
        draft.memberships.add(membership(fields, header));
        return draft.spokenOnArrival();
    }

    private Membership membership(List<String> fields, CsvHeader header) throws RefusedException {
        Membership membership = new Membership().audience(csv.audience());
        if (csv.audienceNamespace() != null) {
            membership.namespace(csv.audienceNamespace());
        }
        boolean said = header.status() >= 0;
        membership.status(said ? fields.get(header.status()).strip().toLowerCase() : "realized");
        String time = header.time() < 0 ? "" : fields.get(header.time()).strip();
        if (!time.isEmpty()) {
            membership.at(Timestamps.parse(time));
        }
        return membership;
    }
}
