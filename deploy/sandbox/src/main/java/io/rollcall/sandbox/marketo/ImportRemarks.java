package io.rollcall.sandbox.marketo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of an import that have something wrong with them: the file's own columns, and the reason.
 */
public final class ImportRemarks {
    private final StringWriter text = new StringWriter();
    private final CsvWriter csv;
    private final int width;
    private int rows;

    ImportRemarks(ImportFile file, String reasonColumn) {
        width = file.header().size();
        csv =
                CsvWriter.builder()
                        .fieldSeparator(file.format().separator())
                        .bufferSize(0)
                        .build(text);
        write(file.header(), reasonColumn);
    }

    synchronized void add(List<String> row, String reason) {
        write(row, reason);
        rows++;
    }

    /** A short row is filled up, so that the reason stands below its heading. */
    private void write(List<String> row, String last) {
        List<String> cells = new ArrayList<>(row);
        while (cells.size() < width) {
            cells.add("");
        }
        cells.add(last);
        csv.writeRecord(cells);
    }

    public synchronized int rows() {
        return rows;
    }

    public synchronized byte[] file() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
