package io.rollcall.simulation;

import io.rollcall.event.Identity;
import io.rollcall.report.CallKind;
import io.rollcall.report.LeadNote;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The reports topic: one instance, so one partition; an offset a record. */
final class Topic {

    private final World world;
    private final List<Report> records = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();

    Topic(World world) {
        this.world = world;
    }

    void append(Report report, String by) {
        Report there = report.readAt(records.size());
        records.add(there);
        world.tell(() -> by + " writes " + line(there));
        listeners.forEach(Runnable::run);
    }

    void onAppend(Runnable listener) {
        listeners.add(listener);
    }

    /** Whether any answer in the topic named this lead. */
    boolean hasNamed(long lead) {
        return answered().anyMatch(member -> member.lead() == lead);
    }

    /** Whether any answer in the topic gave this lead one of these names. */
    boolean hasNamed(long lead, Set<Identity> names) {
        return answered()
                .filter(member -> member.lead() == lead || member.others().contains(lead))
                .anyMatch(member -> isOneOf(member, names));
    }

    /** In whose name the lead was last taken off the list, null for nobody's. */
    String lastRemover(long lead, long list) {
        return records.stream()
                .filter(r -> r.kind() == Report.Kind.ENDED && r.list() == list)
                .flatMap(report -> report.members().stream())
                .filter(m -> m.lead() == lead && m.status() == MemberStatus.REMOVED)
                .reduce((earlier, later) -> later)
                .map(Member::person)
                .orElse(null);
    }

    /**
     * The lead that a person goes by, as far as answers tell: the one that was looked up, created
     * or updated last, or else the first that was heard of; 0 for none and for one that is gone.
     */
    long lastLead(String person) {
        long lead = 0;
        for (Report report : records) {
            for (Member member : report.members()) {
                boolean ended = report.kind() == Report.Kind.ENDED;
                if (ended && person.equals(member.person())) {
                    lead = goesBy(lead, report.call(), member);
                }
            }
        }
        return lead;
    }

    private static long goesBy(long lead, CallKind call, Member answer) {
        if ("1004".equals(answer.code())) {
            return answer.lead() == lead ? 0 : lead;
        }
        boolean chosen = call == CallKind.LOOKUP || call == CallKind.UPSERT;
        return answer.lead() != 0 && (lead == 0 || chosen) ? answer.lead() : lead;
    }

    /** Whether all that calls on this list told of the lead is a read under none of these names. */
    boolean wasReadAsAnother(long lead, long list, Set<Identity> names) {
        List<Member> told =
                records.stream()
                        .filter(r -> r.kind() == Report.Kind.ENDED && r.list() == list)
                        .flatMap(report -> report.members().stream())
                        .filter(member -> member.lead() == lead)
                        .toList();
        return !told.isEmpty()
                && told.stream()
                        .allMatch(
                                member ->
                                        member.status() == MemberStatus.PRESENT
                                                && !isOneOf(member, names));
    }

    private static boolean isOneOf(Member member, Set<Identity> names) {
        return names.contains(Identity.ofKey(member.person()))
                || member.identities().stream().anyMatch(names::contains);
    }

    private Stream<Member> answered() {
        return records.stream()
                .filter(report -> report.kind() == Report.Kind.ENDED)
                .flatMap(report -> report.members().stream());
    }

    /** Whether the list was read to its end. */
    boolean tellsOfRead(long list) {
        return records.stream()
                .anyMatch(r -> r.kind() == Report.Kind.LIST_READ && r.list() == list);
    }

    int end() {
        return records.size();
    }

    Report at(int offset) {
        return records.get(offset);
    }

    static String line(Report report) {
        StringBuilder text = new StringBuilder();
        text.append('@').append(report.offset()).append(' ').append(report.kind());
        text.append(" run ").append(report.run());
        if (report.callId() != null) {
            text.append(' ').append(report.call()).append(" list ").append(report.list());
            text.append(" seq ").append(report.sequence()).append(" call ").append(report.callId());
        }
        if (report.verdict() != null) {
            text.append(' ').append(report.verdict()).append(' ').append(report.code());
        }
        if (report.note() != null) {
            LeadNote note = report.note();
            text.append(" lead ").append(note.lead()).append(" from ").append(note.from());
            text.append(" to ").append(note.to()).append(" stamp ").append(note.stamp());
            text.append(' ').append(note.people());
        }
        report.members()
                .forEach(
                        m ->
                                text.append(" [")
                                        .append(m.person())
                                        .append(' ')
                                        .append(m.lead())
                                        .append(' ')
                                        .append(m.status())
                                        .append(m.code() == null ? "" : " " + m.code())
                                        .append(']'));
        return text.toString();
    }
}
