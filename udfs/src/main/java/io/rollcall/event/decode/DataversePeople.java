package io.rollcall.event.decode;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.decode.DataverseOptions.ColumnAudience;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns rows of people, and what became of them, into events. */
final class DataversePeople implements Serializable {

    private static final String CONSENTS = "consents.";
    private static final String YES = "y";
    private static final String NO = "n";
    private static final String UNKNOWN = "u";

    private final Wanted wanted;
    private final DataverseOptions options;
    private final Map<String, List<String>> identityColumns;
    private final Set<String> mapped;
    private final int idRank;

    DataversePeople(DataverseOptions dataverse, DecoderOptions options) {
        this.wanted = Wanted.by(options);
        this.options = dataverse;
        this.identityColumns = new HashMap<>(options.identityPaths());
        this.mapped = options.mappedPaths();
        Integer rank = wanted.namespaces().rank(dataverse.idNamespace());
        if (rank == null) {
            throw new IllegalArgumentException("row ids are no identity here");
        }
        this.idRank = rank;
    }

    /** The logical names of all columns that mean something. */
    Set<String> columns() {
        Set<String> columns = new HashSet<>(options.optOuts());
        columns.addAll(List.of("modifiedon", "listid", "entityid"));
        identityColumns.values().forEach(columns::addAll);
        options.audiences().forEach(audience -> columns.add(audience.column().logicalName()));
        options.fields().keySet().forEach(column -> columns.add(column.logicalName()));
        return columns;
    }

    AudienceEvent row(DataverseRow row, Arrival arrival) throws RefusedException {
        PersonDraft draft = named(row.id(), row.columns(), arrival);
        for (ColumnAudience audience : options.audiences()) {
            String column = audience.column().logicalName();
            if (audience.column().isIn(row.table()) && row.columns().knows(column)) {
                add(draft, audience.audience(), isIn(audience, row.columns().yes(column)));
            }
        }
        attributes(draft, row);
        optOut(draft, row.columns());
        return draft.spokenAt(row.at(arrival));
    }

    private static boolean isIn(ColumnAudience audience, Boolean yes) {
        return switch (audience.rule()) {
            case UNLESS_NO -> !Boolean.FALSE.equals(yes);
            case ONLY_YES -> Boolean.TRUE.equals(yes);
        };
    }

    /** Out of all that the row could have brought in; nothing may be known of its columns. */
    AudienceEvent deleted(DataverseRow row, Arrival arrival) throws RefusedException {
        PersonDraft draft = named(row.id(), row.columns(), arrival);
        if (options.deletedLeave()) {
            for (ColumnAudience audience : options.audiences()) {
                if (audience.column().isIn(row.table())) {
                    add(draft, audience.audience(), false);
                }
            }
            for (String audience : Set.copyOf(options.lists().values())) {
                add(draft, audience, false);
            }
        }
        return draft.spokenAt(row.at(arrival));
    }

    AudienceEvent member(String id, String audience, boolean in, long at, Arrival arrival)
            throws RefusedException {
        PersonDraft draft = named(id, new DataverseColumns(false), arrival);
        add(draft, audience, in);
        return draft.spokenAt(at);
    }

    /** Null for a marketing list that nobody asked for. */
    String audienceOf(String list) {
        return options.lists().get(list);
    }

    private PersonDraft named(String id, DataverseColumns row, Arrival arrival)
            throws RefusedException {
        PersonDraft draft = new PersonDraft(wanted, arrival);
        draft.identities.add(idRank, id, true);
        for (Map.Entry<String, List<String>> entry : identityColumns.entrySet()) {
            int rank = wanted.namespaces().rank(entry.getKey());
            List<String> columns = entry.getValue();
            for (int i = 0; i < columns.size(); i++) {
                draft.identities.addFromPath(new IdentityPath(rank, i), row.text(columns.get(i)));
            }
        }
        return draft;
    }

    private static void add(PersonDraft draft, String audience, boolean in)
            throws RefusedException {
        Membership membership = new Membership().audience(audience);
        membership.status(in ? "realized" : "exited");
        draft.memberships.add(membership);
    }

    private void attributes(PersonDraft draft, DataverseRow row) throws RefusedException {
        for (Map.Entry<DataverseOptions.Column, String> field : options.fields().entrySet()) {
            String column = field.getKey().logicalName();
            String path = field.getValue();
            boolean consent = path.startsWith(CONSENTS);
            boolean kept = consent || mapped.contains(path);
            if (kept && field.getKey().isIn(row.table()) && row.columns().tells(column)) {
                String value =
                        consent ? consent(row.columns().yes(column)) : row.columns().text(column);
                draft.attributes.add(path, value);
            }
        }
    }

    private static String consent(Boolean yes) {
        return yes == null ? null : yes ? YES : NO;
    }

    /** No by any of the columns; yes by none, since "Allow" is what nobody has changed. */
    private void optOut(PersonDraft draft, DataverseColumns row) throws RefusedException {
        boolean allKnown = true;
        boolean refused = false;
        for (String column : options.optOuts()) {
            allKnown &= row.knows(column);
            refused |= Boolean.TRUE.equals(row.yes(column));
        }
        if (refused || allKnown && !options.optOuts().isEmpty()) {
            draft.attributes.add(DataverseOptions.OPT_OUT_PATH, refused ? NO : UNKNOWN);
        }
    }
}
