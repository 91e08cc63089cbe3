package io.rollcall.tools.why;

import io.rollcall.report.LeadNote;
import io.rollcall.report.Report;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** By which other names a person goes, as far back as the job's notes of leads are kept. */
final class OtherNames {

    private final String person;
    private final Set<String> names = new TreeSet<>();

    OtherNames(String person) {
        this.person = person;
    }

    void take(Report report) {
        if (report.concernsLead() && report.kind() != Report.Kind.RELEASE) {
            Set<String> together = together(report.note());
            if (together.contains(person)) {
                names.addAll(together);
            }
        }
    }

    private static Set<String> together(LeadNote note) {
        Set<String> together = new HashSet<>(note.people());
        together.add(note.from());
        together.add(note.to());
        together.removeIf(Objects::isNull);
        return together;
    }

    Set<String> all() {
        names.remove(person);
        return names;
    }
}
