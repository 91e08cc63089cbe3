package io.rollcall.event.decode;

import io.rollcall.event.Assertion;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import java.util.ArrayList;
import java.util.List;

/** Reads one row of a file of Audience Manager. */
final class SyncRows {

    private static final char UNREADABLE = '\uFFFD';

    private final Wanted wanted;
    private final DataSources dataSources;
    private final AudienceManagerOptions.Separator separator;

    SyncRows(Wanted wanted, DataSources dataSources, AudienceManagerOptions.Separator separator) {
        this.wanted = wanted;
        this.dataSources = dataSources;
        this.separator = separator;
    }

    /** What the row says; the file's time is the time of all of it. */
    List<AudienceEvent> read(String row, SyncFileName file, Arrival arrival)
            throws RefusedException {
        if (row.indexOf(UNREADABLE) >= 0) {
            throw Refusal.INVALID_UTF8.because();
        }
        if (row.length() >= BoundedLines.LONGEST) {
            throw Refusal.TOO_LARGE.because();
        }
        return switch (file.kind()) {
            case OUTBOUND_CHANGES, OUTBOUND_FULL -> List.of(segments(row, file, arrival));
            case INBOUND_SYNC -> List.of(traits(row, file, arrival));
            case INBOUND_OVERWRITE -> overwrite(row, file, arrival);
            case IDS -> links(row, file, arrival);
            case CONTROL, UNKNOWN -> List.of();
        };
    }

    /** The removals of a full file say nothing that absence does not say. */
    private AudienceEvent segments(String row, SyncFileName file, Arrival arrival)
            throws RefusedException {
        List<String> fields = separator.fields(row);
        PersonDraft draft = person(fields.get(0), file, arrival);
        for (String segment : items(fields.get(1))) {
            draft.memberships.add(segment(segment, "realized"));
        }
        if (file.kind() == SyncFileName.Kind.OUTBOUND_CHANGES) {
            for (String segment : items(fields.get(2))) {
                draft.memberships.add(segment(segment, "exited"));
            }
        }
        return draft.spokenAt(file.at());
    }

    private static Membership segment(String id, String status) throws RefusedException {
        Membership membership =
                new Membership().namespace(AudienceManagerReader.NAMESPACE).audience(id.strip());
        membership.status(status);
        return membership;
    }

    private static String[] items(String list) {
        return list.isBlank() ? new String[0] : list.split(",", -1);
    }

    private AudienceEvent traits(String row, SyncFileName file, Arrival arrival)
            throws RefusedException {
        int tab = row.indexOf('\t');
        if (tab < 0 || row.indexOf('\t', tab + 1) >= 0) {
            throw Refusal.WRONG_NUMBER_OF_FIELDS.because();
        }
        PersonDraft draft = person(row.substring(0, tab), file, arrival);
        boolean overwrite = file.kind() == SyncFileName.Kind.INBOUND_OVERWRITE;
        for (Traits.Trait trait : Traits.read(row.substring(tab + 1))) {
            if (trait.in() || !overwrite) {
                Membership membership =
                        new Membership().namespace(namespace(file)).audience(trait.id());
                membership.status(trait.in() ? "realized" : "exited");
                draft.memberships.add(membership);
            }
        }
        return draft.spokenAt(file.at());
    }

    /** And whatever the person had of this data source before has ended. */
    private List<AudienceEvent> overwrite(String row, SyncFileName file, Arrival arrival)
            throws RefusedException {
        AudienceEvent said = traits(row, file, arrival);
        Assertion others =
                new Assertion(namespace(file), Assertion.ANY_AUDIENCE, false, file.at(), 0);
        return List.of(
                said,
                new AudienceEvent(
                        AudienceEvent.Kind.SNAPSHOT,
                        said.person(),
                        file.at(),
                        List.of(),
                        List.of(others),
                        List.of(),
                        said.origin()));
    }

    /** A file replaces the traits of its data source only, so each has a namespace of its own. */
    static String namespace(SyncFileName file) {
        return "aam-" + file.dataSources().get(0);
    }

    /**
     * Under each of the names, so that what is said of one of them alone reaches the person whom
     * another one finds.
     */
    private List<AudienceEvent> links(String row, SyncFileName file, Arrival arrival)
            throws RefusedException {
        String[] ids = row.split("\t", -1);
        if (ids.length != file.dataSources().size() || row.endsWith(" ") || row.endsWith("\t")) {
            throw Refusal.WRONG_NUMBER_OF_FIELDS.because();
        }
        PersonDraft draft = new PersonDraft(wanted, arrival);
        for (int i = 0; i < ids.length; i++) {
            dataSources.add(file.dataSources().get(i), ids[i], draft.identities);
        }
        AudienceEvent event = draft.spokenAt(file.at());
        List<AudienceEvent> links = new ArrayList<>();
        for (Identity name : event.identities()) {
            links.add(
                    new AudienceEvent(
                            event.kind(),
                            name.key(),
                            event.at(),
                            event.identities(),
                            List.of(),
                            List.of(),
                            event.origin()));
        }
        return links;
    }

    private PersonDraft person(String id, SyncFileName file, Arrival arrival)
            throws RefusedException {
        PersonDraft draft = new PersonDraft(wanted, arrival);
        dataSources.add(file.dataSources().get(0), id, draft.identities);
        return draft;
    }
}
