package io.rollcall.schedule;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.rollcall.activation.Instance;
import io.rollcall.wish.Wish;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file of an import while it is being made: CSV with a header, a row a person. On the heap
 * alone: after a restart it would be made anew.
 */
final class ImportFile {

    /** Marketo takes less than 10 MB. */
    static final int MOST_BYTES = 9_900_000;

    private final List<String> columns = new ArrayList<>();
    private final Map<String, byte[]> rows = new LinkedHashMap<>();
    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().build(text);
    private int bytes;

    /** Known leads are named by their id and nothing of them is written. */
    ImportFile(Instance instance, Import made) {
        columns.add(made.field());
        if (made.kind == Wish.Kind.UPSERT) {
            instance.mapping().stream()
                    .map(Instance.Mapping::target)
                    .filter(target -> !columns.contains(target))
                    .forEach(columns::add);
        }
        bytes = row(columns).length;
    }

    /** False when there is no room left for it. */
    boolean add(String wishKey, Wish wish) {
        byte[] row = row(columns.stream().map(column -> value(column, wish)).toList());
        if (bytes + row.length > MOST_BYTES) {
            return false;
        }
        bytes += row.length;
        rows.put(wishKey, row);
        return true;
    }

    void remove(String wishKey) {
        byte[] row = rows.remove(wishKey);
        bytes -= row == null ? 0 : row.length;
    }

    int size() {
        return rows.size();
    }

    byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream(bytes);
        file.writeBytes(row(columns));
        rows.values().forEach(file::writeBytes);
        return file.toByteArray();
    }

    private String value(String column, Wish wish) {
        if (!column.equals(columns.get(0))) {
            return wish.values().get(column);
        }
        return wish.lead() == 0 ? wish.value() : Long.toString(wish.lead());
    }

    private byte[] row(List<String> values) {
        csv.writeRecord(values);
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] row = text.toString().getBytes(StandardCharsets.UTF_8);
        text.getBuffer().setLength(0);
        return row;
    }
}
