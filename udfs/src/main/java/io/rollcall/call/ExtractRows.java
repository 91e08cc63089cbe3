package io.rollcall.call;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.rollcall.activation.Instance;
import io.rollcall.report.ListExport;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.ReportCodec;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of an export's file as members of the list. A file of which one row cannot be read is not
 * read at all: whoever it names would count as absent.
 */
final class ExtractRows {

    /** Below what a report may have, with room for the rest of it. */
    static final int MOST_BYTES = 850_000;

    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final byte[] bytes;
    private final ListExport export;
    private final ExtractRow row;
    private final List<Member> members = new ArrayList<>();
    private int strangers;
    private int rows;
    private int size;
    private int position;

    private ExtractRows(byte[] bytes, ListExport export, Instance instance) {
        this.bytes = bytes;
        this.export = export;
        this.row = new ExtractRow(instance);
    }

    /** {@code bytes} begin where the export's next row does. Null for what cannot be read. */
    static ExtractRows read(byte[] bytes, ListExport export, Instance instance) {
        try {
            ExtractRows rows = new ExtractRows(bytes, export, instance);
            return rows.read() ? rows : null;
        } catch (CsvParseException | CharacterCodingException | IllegalArgumentException e) {
            return null;
        }
    }

    List<Member> members() {
        return members;
    }

    ListPage page(ListPage asked) {
        ListExport after = export.at(export.from() + position, export.read() + rows);
        boolean complete = after.from() == after.bytes();
        return new ListPage(asked.generation(), null, complete, strangers, after);
    }

    /** Whether it came any further, and the whole file has the rows that were promised. */
    private boolean read() throws CharacterCodingException {
        if (export.from() + bytes.length > export.bytes()) {
            return false;
        }
        if (export.from() == 0 && !header()) {
            return false;
        }
        for (int end = rowEnd(); end > 0 && size < MOST_BYTES; end = rowEnd()) {
            add(text(end));
            position = end;
        }
        boolean complete = export.from() + position == export.bytes();
        return complete ? export.read() + rows == export.rows() : rows > 0;
    }

    /** The columns have to stand as they were asked for: the next rows come without a header. */
    private boolean header() throws CharacterCodingException {
        int mark = BYTE_ORDER_MARK.length;
        boolean marked =
                bytes.length >= mark
                        && ByteBuffer.wrap(bytes, 0, mark).equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
        position = marked ? mark : 0;
        int end = rowEnd();
        if (end < 0) {
            return false;
        }
        List<String> names = fields(text(end));
        position = end;
        return names.equals(row.columns());
    }

    /** The byte behind the next row, -1 where its end is not there. */
    private int rowEnd() {
        boolean quoted = false;
        for (int at = position; at < bytes.length; at++) {
            quoted ^= bytes[at] == '"';
            if (bytes[at] == '\n' && !quoted) {
                return at + 1;
            }
        }
        boolean last = export.from() + bytes.length == export.bytes();
        return last && !quoted && position < bytes.length ? bytes.length : -1;
    }

    /** Refuses what is not UTF-8, where a replaced character would name somebody else. */
    private String text(int end) throws CharacterCodingException {
        ByteBuffer row = ByteBuffer.wrap(bytes, position, end - position);
        return StandardCharsets.UTF_8.newDecoder().decode(row).toString();
    }

    private static List<String> fields(String text) {
        List<CsvRecord> records =
                CsvReader.builder().allowUnclosedQuote(false).ofCsvRecord(text).stream().toList();
        return records.size() == 1 ? records.get(0).getFields() : List.of();
    }

    private void add(String text) {
        if (text.isBlank()) {
            return;
        }
        List<Member> known = row.members(fields(text));
        members.addAll(known);
        known.forEach(member -> size += ReportCodec.size(member));
        strangers += known.isEmpty() ? 1 : 0;
        rows++;
    }
}
