package io.rollcall.ledger;

import io.rollcall.event.Bucket;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import java.util.List;
import java.util.function.Consumer;

/**
 * Carries stones to the buckets of a person's other names, since one bucket cannot write into
 * another. The topic learns no name by it: the hash stands for the person, and the bucket where the
 * hash of a value would.
 */
final class StoneNote {

    private StoneNote() {}

    static Report write(String job, String instance, List<Member> stones, long forgottenAt) {
        return new Report(
                Report.Kind.STONES,
                job,
                instance,
                "",
                null,
                null,
                0,
                -1,
                forgottenAt,
                null,
                null,
                null,
                stones,
                null,
                -1);
    }

    static Member member(String person, ForgetKey key) {
        return new Member(
                key.stone(person),
                null,
                Bucket.of(person),
                0,
                MemberStatus.CANDIDATE,
                null,
                List.of(),
                List.of());
    }

    static void read(Report note, Consumer<LedgerInput> out) {
        for (Member member : note.members()) {
            int bucket = (int) Math.floorMod(member.valueHash(), (long) Bucket.COUNT);
            if (member.person() != null && Stone.isName(member.person())) {
                Stone stone = new Stone(member.person(), note.at());
                out.accept(
                        new LedgerInput(LedgerInput.Kind.STONE, bucket, null, null, null, stone));
            }
        }
    }
}
