package io.rollcall.marketo;

import static io.rollcall.report.Verdict.DONE;
import static io.rollcall.report.Verdict.NOT_DONE;
import static io.rollcall.report.Verdict.PERHAPS;

import io.rollcall.report.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every way a call or a record can fail, and what that means: the rows of {@code errors.csv} beside
 * this class. Marketo's codes are numbers, other ends are words: {@code http-502}, {@code timeout},
 * {@code io} … A row says: code, whether the call was carried out, the reaction at response level,
 * the reaction at record level, the advice.
 */
public final class ErrorTable {

    private static final Row UNKNOWN =
            row("unknown,PERHAPS,RETRY,RETRY_MEMBER,An unknown code; it is tried again.");
    private static final Map<String, Row> ROWS = read();

    private ErrorTable() {}

    private record Row(String code, ErrorVerdict response, ErrorVerdict record) {}

    /** The verdict on a code; an unknown one is tried again, since nothing may be dropped. */
    public static ErrorVerdict verdict(String code, ErrorLevel level) {
        String known = code == null || ROWS.containsKey(code) ? code : family(code);
        Row row = known == null ? UNKNOWN : ROWS.getOrDefault(known, UNKNOWN);
        return level == ErrorLevel.RESPONSE ? row.response : row.record;
    }

    /**
     * The code, or {@code other} for one that the table has no row of: codes come from outside, and
     * metrics must not grow with nonsense.
     */
    public static String label(String code) {
        return code != null && ROWS.containsKey(code) ? code : "other";
    }

    /** All codes of the table. */
    public static Set<String> codes() {
        return ROWS.keySet();
    }

    /** {@code http-418} is judged like {@code http-4xx}. */
    private static String family(String code) {
        return code.matches("http-[345]\\d\\d") ? code.substring(0, 6) + "xx" : code;
    }

    private static Map<String, Row> read() {
        try (var in = ErrorTable.class.getResourceAsStream("errors.csv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(ErrorTable::row)
                    .collect(Collectors.toUnmodifiableMap(Row::code, row -> row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split(",", 5);
        Verdict executed = Verdict.valueOf(cells[1]);
        Reaction ofRecord = Reaction.valueOf(cells[3]);
        return new Row(
                cells[0],
                new ErrorVerdict(executed, Reaction.valueOf(cells[2]), cells[4]),
                new ErrorVerdict(ofRecord(executed, ofRecord), ofRecord, cells[4]));
    }

    /** A record with a code was skipped; only "not in list" leaves it as a removal wants it. */
    private static Verdict ofRecord(Verdict executed, Reaction reaction) {
        if (reaction == Reaction.NOT_ON_LIST) {
            return DONE;
        }
        return executed == PERHAPS ? PERHAPS : NOT_DONE;
    }
}
