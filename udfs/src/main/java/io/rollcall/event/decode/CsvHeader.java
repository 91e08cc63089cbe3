package io.rollcall.event.decode;

import java.util.List;

/** Where the columns are that are needed; -1 for one that is not asked for. */
record CsvHeader(int width, int identity, int status, int time) {

    /** Names match in any case, without the white space around them. */
    static CsvHeader of(List<String> names, CsvOptions options) throws RefusedException {
        return new CsvHeader(
                names.size(),
                column(names, options.identityColumn()),
                column(names, options.statusColumn()),
                column(names, options.timeColumn()));
    }

    private static int column(List<String> names, String wanted) throws RefusedException {
        if (wanted == null) {
            return -1;
        }
        int found = -1;
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).strip().equalsIgnoreCase(wanted)) {
                if (found >= 0) {
                    throw Refusal.DUPLICATE_KEY.because();
                }
                found = i;
            }
        }
        if (found < 0) {
            throw Refusal.NO_SUCH_COLUMN.because();
        }
        return found;
    }
}
