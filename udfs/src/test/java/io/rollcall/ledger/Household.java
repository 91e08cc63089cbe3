package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Instance.PersonCreation;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import io.rollcall.report.CallKind;
import io.rollcall.report.LeadNote;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.wish.Wish;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Several rows that may go by one lead, and the notes between them. */
final class Household {

    static final String ADA = "email:ada@example.com";
    static final String ADA_NEW = "email:ada@new.example";
    static final String DEVICE = "ecid:3814";

    final Bench bench;

    /** What was wished since the last thing that was told from outside. */
    final List<Wish> wishes = new ArrayList<>();

    /** All notes that were ever written, in their order. */
    final List<Report> written = new ArrayList<>();

    private final ArrayDeque<Report> unread = new ArrayDeque<>();

    private Household(Bench bench) {
        this.bench = bench;
    }

    static Household with(Activation... activations) {
        return new Household(Bench.on(Setup.instance(PersonCreation.MATCH_ONLY), activations));
    }

    /** Everybody reads what the others wrote. */
    Household hear(Told told) {
        return hearAlone(told).readAll();
    }

    Household hear(AudienceEvent event) {
        wishes.clear();
        bench.hear(event);
        return keep().readAll();
    }

    /** Nobody has read yet what follows. */
    Household hearAlone(Told told) {
        wishes.clear();
        bench.hear(told);
        return keep();
    }

    Household sweep() {
        wishes.clear();
        bench.sweep();
        return keep().readAll();
    }

    Household found(String person, long lead, String... names) {
        List<Identity> identities = Stream.of(names).map(Identity::ofKey).toList();
        return ended(
                CallKind.LOOKUP,
                0,
                new Member(
                        person,
                        field(person),
                        0,
                        lead,
                        MemberStatus.FOUND,
                        null,
                        List.of(),
                        identities));
    }

    Household notFound(String person) {
        return ended(
                CallKind.LOOKUP,
                0,
                new Member(
                        person,
                        field(person),
                        0,
                        0,
                        MemberStatus.NOT_FOUND,
                        null,
                        List.of(),
                        List.of()));
    }

    private static String field(String person) {
        return Identity.ofKey(person).namespace().equals("email") ? "email" : "ecidText";
    }

    Household added(String person, long lead) {
        return ended(
                CallKind.ADD, Setup.GOLD, Member.onList(person, lead, MemberStatus.ADDED, null));
    }

    Household removed(String person, long lead) {
        return ended(
                CallKind.REMOVE,
                Setup.GOLD,
                Member.onList(person, lead, MemberStatus.REMOVED, null));
    }

    Household present(String person, long lead) {
        return present(person, bench.announced(), lead);
    }

    /** A page of a read that began then. */
    Household present(String person, long generation, long lead) {
        wishes.clear();
        bench.present(person, Setup.GOLD, generation, lead);
        return keep().readAll();
    }

    Household gone(String person, long lead) {
        return ended(
                CallKind.ADD,
                Setup.GOLD,
                Member.onList(person, lead, MemberStatus.SKIPPED, "1004"));
    }

    Household deleted(String person, long lead) {
        return ended(CallKind.DELETE, 0, Member.onList(person, lead, MemberStatus.DELETED, null));
    }

    private Household ended(CallKind call, long list, Member member) {
        wishes.clear();
        bench.ended(call, list, bench.announced(), Verdict.DONE, member);
        return keep().readAll();
    }

    Household readAll() {
        while (!unread.isEmpty()) {
            read(unread.poll());
        }
        return this;
    }

    /** Reads a note, perhaps once more. */
    Household read(Report note) {
        bench.read(note);
        return keep();
    }

    private Household keep() {
        wishes.addAll(bench.heard.wishes);
        written.addAll(bench.heard.notes);
        unread.addAll(bench.heard.notes);
        return this;
    }

    List<Wish> about(long lead) {
        return wishes.stream().filter(wish -> wish.lead() == lead).toList();
    }

    List<LeadNote> notes(Report.Kind kind) {
        return written.stream().filter(note -> note.kind() == kind).map(Report::note).toList();
    }

    Report last(Report.Kind kind) {
        return written.stream()
                .filter(note -> note.kind() == kind)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    InstanceRow at(String person) {
        return RowCodec.decode(bench.rows.rows.get(person)).instance(Setup.INSTANCE);
    }

    /** Who goes by the lead, the owner first; nobody where there is no such row. */
    List<String> people(long lead) {
        return OwnerRow.decode(bench.rows.rows.get(OwnerRow.key(Setup.INSTANCE, lead))).people();
    }
}
