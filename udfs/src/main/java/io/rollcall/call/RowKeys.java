package io.rollcall.call;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.rollcall.activation.Instance;
import io.rollcall.event.Identity;
import io.rollcall.pack.Hash64;
import io.rollcall.report.ImportRows;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which people the rows of a file of Marketo's are about: our own rows, each with a reason behind
 * it. A file of which one row cannot be read is not read at all, since that row may be anybody's.
 */
final class RowKeys {

    /**
     * A key takes at most 21 bytes of a report, and a report at most 900,000: twice as many would
     * fit.
     */
    static final int MOST_ROWS = 20_000;

    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final String field;
    private final List<String> namespaces;

    RowKeys(String field, Instance instance) {
        this.field = field;
        this.namespaces =
                instance.lookup().stream()
                        .filter(lookup -> lookup.field().equals(field))
                        .map(Instance.Lookup::namespace)
                        .toList();
    }

    /** Null for what cannot be read. */
    ImportRows read(byte[] csv, int from) {
        try {
            return page(records(csv), from);
        } catch (CsvParseException | UncheckedIOException | IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * An open quote would take the rows behind it into a reason. A reason with a comma too many
     * moves no other field.
     */
    private static Iterator<CsvRecord> records(byte[] csv) {
        return CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text(csv))
                .iterator();
    }

    /** Refuses what is not UTF-8, where a replaced character would make another key. */
    private static Reader text(byte[] csv) {
        int mark = BYTE_ORDER_MARK.length;
        boolean marked =
                csv.length >= mark && Arrays.equals(csv, 0, mark, BYTE_ORDER_MARK, 0, mark);
        int skip = marked ? mark : 0;
        return new InputStreamReader(
                new ByteArrayInputStream(csv, skip, csv.length - skip),
                StandardCharsets.UTF_8.newDecoder());
    }

    private ImportRows page(Iterator<CsvRecord> records, int from) {
        int column = records.hasNext() ? column(records.next().getFields()) : -1;
        if (column < 0) {
            return null;
        }
        List<Long> keys = new ArrayList<>();
        for (int row = 0; records.hasNext(); row++) {
            String value = records.next().getField(column);
            if (keys.size() == MOST_ROWS) {
                return new ImportRows(from, row, keys);
            }
            if (row >= from) {
                keys.add(key(value));
            }
        }
        return new ImportRows(from, 0, keys);
    }

    private int column(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).strip().equalsIgnoreCase(field)) {
                return i;
            }
        }
        return -1;
    }

    private long key(String value) {
        boolean byId = field.equals(LeadImport.BY_ID);
        if (value.isBlank() || byId && Long.parseLong(value.strip()) <= 0) {
            throw new IllegalArgumentException("a row that names nobody");
        }
        return byId ? Long.parseLong(value.strip()) : Hash64.ofLookup(field, normal(value));
    }

    /**
     * As the ledger has it, in case Marketo gives an address back in capitals. A field of several
     * namespaces that disagree on that gets values as they were sent.
     */
    private String normal(String value) {
        Set<String> ways =
                namespaces.stream()
                        .map(namespace -> Identity.of(namespace, value).value())
                        .collect(Collectors.toSet());
        return ways.size() == 1 ? ways.iterator().next() : value;
    }
}
