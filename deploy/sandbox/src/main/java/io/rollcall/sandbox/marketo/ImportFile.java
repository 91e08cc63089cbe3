package io.rollcall.sandbox.marketo;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A file to import, in UTF-8: a header and rows. Kept as bytes, because ten queued files of parsed
 * rows would not fit into the sandbox's memory.
 */
public record ImportFile(byte[] bytes, Format format, List<String> header, int size) {

    /** What separates values. */
    public enum Format {
        CSV(','),
        TSV('\t'),
        SSV(';');

        private final char separator;

        Format(char separator) {
            this.separator = separator;
        }

        public static Format named(String label) throws Refusal {
            return Stream.of(values())
                    .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(label))
                    .findFirst()
                    .orElseThrow(
                            () -> new Refusal("1003", "Invalid value '" + label + "' for format"));
        }

        char separator() {
            return separator;
        }
    }

    /** Reads the file to its end once, so that what is no CSV is refused before it is queued. */
    public static ImportFile of(byte[] bytes, Format format) throws Refusal {
        try (CloseableIterator<CsvRecord> records = records(bytes, format)) {
            if (!records.hasNext()) {
                throw new Refusal("1003", "Empty file");
            }
            List<String> header = records.next().getFields();
            int size = 0;
            for (; records.hasNext(); records.next()) {
                size++;
            }
            return new ImportFile(bytes, format, header, size);
        } catch (CsvParseException broken) {
            throw new Refusal("1003", "Invalid file: " + broken.getMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    CloseableIterator<CsvRecord> rows() {
        CloseableIterator<CsvRecord> records = records(bytes, format);
        records.next();
        return records;
    }

    /** Rows of another width pass: each is judged by itself. */
    private static CloseableIterator<CsvRecord> records(byte[] bytes, Format format) {
        return CsvReader.builder()
                .fieldSeparator(format.separator())
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(new ByteArrayInputStream(bytes))
                .iterator();
    }
}
