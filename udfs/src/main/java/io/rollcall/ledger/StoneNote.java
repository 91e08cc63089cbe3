package io.rollcall.ledger;

import io.rollcall.event.Bucket;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import java.util.List;
import java.util.function.Consumer;

/**
 * Carries stones to the buckets of a person's other names, since one bucket cannot write into
 * another. The topic learns no name by it: hashes stand for the names, one where the looked-up
 * field would, and the bucket where the hash of a value would.
 */
final class StoneNote {

    private StoneNote() {}

    static Report write(String job, String instance, List<Member> stones, long forgottenAt) {
        return Report.of(Report.Kind.STONES, job, instance)
                .run("")
                .at(forgottenAt)
                .members(stones)
                .build();
    }

    static Member member(Row.Stoned stone, String about, long lead) {
        return new Member(
                stone.stone(),
                about,
                stone.bucket(),
                lead,
                MemberStatus.CANDIDATE,
                null,
                List.of(),
                List.of());
    }

    static void read(Report note, Consumer<LedgerInput> out) {
        for (Member member : note.members()) {
            int bucket = (int) Math.floorMod(member.valueHash(), (long) Bucket.COUNT);
            if (member.person() != null && Stone.isName(member.person())) {
                out.accept(
                        new LedgerInput(
                                LedgerInput.Kind.STONE,
                                bucket,
                                null,
                                null,
                                null,
                                stone(note, member)));
            }
        }
    }

    private static Stone stone(Report note, Member member) {
        return new Stone(
                member.person(),
                note.at(),
                member.field(),
                note.instance(),
                member.lead(),
                note.offset());
    }
}
