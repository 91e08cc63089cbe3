package io.rollcall.event.decode;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Cuts text into rows, so that one broken row does not take the rest with it: a row goes on over
 * line breaks while a quote is open. What a row says is for the CSV library to read.
 */
final class CsvLines {

    /** A quote that stays open this long was never meant to open. */
    static final int MOST_LINES = 100;

    static final int LONGEST = BoundedLines.LONGEST;

    private final BoundedLines lines;
    private final Deque<String> ahead = new ArrayDeque<>();
    private long line = 1;

    CsvLines(Reader reader) {
        this.lines = new BoundedLines(reader);
    }

    /** A row and the line it begins in; broken if it is too long or its quote stays open. */
    record Row(String text, long line, boolean broken) {

        boolean isBlank() {
            return text.isBlank();
        }
    }

    /** Null at the end. */
    Row next() throws IOException {
        String first = nextLine();
        if (first == null) {
            return null;
        }
        Deque<String> taken = new ArrayDeque<>();
        StringBuilder text = new StringBuilder(first);
        boolean open = quotes(first) % 2 == 1;
        while (open && taken.size() < MOST_LINES && text.length() < LONGEST) {
            String more = nextLine();
            if (more == null) {
                break;
            }
            taken.add(more);
            text.append('\n').append(more);
            open = quotes(more) % 2 == 0;
        }
        if (open) {
            giveBack(taken);
            return row(first, 1, true);
        }
        return row(text.toString(), 1 + taken.size(), text.length() >= LONGEST);
    }

    private Row row(String text, int lines, boolean broken) {
        Row row = new Row(text, line, broken);
        line += lines;
        return row;
    }

    private void giveBack(Deque<String> lines) {
        while (!lines.isEmpty()) {
            ahead.addFirst(lines.removeLast());
        }
    }

    private String nextLine() throws IOException {
        return ahead.isEmpty() ? lines.next() : ahead.removeFirst();
    }

    private static int quotes(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == '"' ? 1 : 0;
        }
        return count;
    }
}
