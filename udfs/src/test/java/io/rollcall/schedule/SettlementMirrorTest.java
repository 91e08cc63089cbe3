package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.ledger.RowView;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ledger and scheduler must agree on what settles a wish: else one waits for the other, for ever.
 * Tried are all wishes against all ends that a call can have.
 */
class SettlementMirrorTest {

    private static final String ADA = "email:ada@example.com";
    private static final long LIST = 1001;
    private static final long LEAD = 7;
    private static final long AS_OF = 50;

    /** What the caller says of a member; a call not done is not told to the ledger at all. */
    private static final Map<CallKind, List<MemberStatus>> ANSWERS =
            Map.of(
                    CallKind.ADD,
                    List.of(MemberStatus.ADDED, MemberStatus.SKIPPED, MemberStatus.SENT),
                    CallKind.REMOVE,
                    List.of(MemberStatus.REMOVED, MemberStatus.SKIPPED, MemberStatus.SENT),
                    CallKind.LOOKUP,
                    List.of(
                            MemberStatus.FOUND,
                            MemberStatus.NOT_FOUND,
                            MemberStatus.UNDECIDED,
                            MemberStatus.SKIPPED,
                            MemberStatus.SENT),
                    CallKind.UPSERT,
                    List.of(
                            MemberStatus.CREATED,
                            MemberStatus.UPDATED,
                            MemberStatus.SKIPPED,
                            MemberStatus.SENT));

    @ParameterizedTest
    @EnumSource(
            value = Wish.Kind.class,
            names = {"ADD", "REMOVE", "LOOKUP", "UPSERT", "UPDATE"})
    void bothSidesSettleByTheSameEnds(Wish.Kind kind) {
        Wish wish = wish(kind);
        for (Report end : ends(kind.aboutList())) {
            Member member = end.members().get(0);
            assertThat(RowView.settles(end, member, wish))
                    .as(() -> kind + " by " + end)
                    .isEqualTo(Settlement.settles(end, member, wish));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Wish.Kind.class,
            names = {"REMOVE"})
    void bothSidesSettleTheRemovalOfAFurtherLeadByTheSameEnds(Wish.Kind kind) {
        Wish wish = wish(kind);
        for (Report end : ends(true)) {
            Member member = end.members().get(0);
            assertThat(RowView.settlesOther(end, member, wish))
                    .as(() -> kind + " by " + end)
                    .isEqualTo(Settlement.settles(end, member, wish));
        }
    }

    private static List<Report> ends(boolean ofLists) {
        List<Report> ends = rows();
        for (CallKind call : ANSWERS.keySet()) {
            if (call.changesList() == ofLists) {
                for (MemberStatus status : ANSWERS.get(call)) {
                    members(status).forEach(member -> addEnds(call, member, ends));
                }
            }
        }
        return ends;
    }

    /** Of an import's people only this is said, of those with a lead and of those without. */
    private static List<Report> rows() {
        List<Report> ends = new ArrayList<>();
        for (long lead : new long[] {LEAD, 0}) {
            Member row =
                    new Member(
                            ADA,
                            lead == 0 ? "email" : null,
                            lead == 0 ? 5 : 0,
                            lead,
                            MemberStatus.SENT,
                            null,
                            List.of(),
                            List.of());
            for (Member said :
                    List.of(
                            row,
                            row.with(MemberStatus.ADDED, null),
                            row.with(MemberStatus.ADDED, Member.WARNED),
                            row.with(MemberStatus.SKIPPED, "row-refused"))) {
                addEnds(CallKind.ROWS, said, ends);
            }
        }
        return ends;
    }

    private static void addEnds(CallKind call, Member member, List<Report> ends) {
        for (Verdict verdict : List.of(Verdict.DONE, Verdict.PERHAPS)) {
            for (long offset = AS_OF - 1; offset <= AS_OF + 1; offset++) {
                ends.add(end(call, verdict, member, offset));
            }
        }
    }

    private static List<Member> members(MemberStatus status) {
        List<String> codes = new ArrayList<>();
        if (status == MemberStatus.SKIPPED) {
            codes.addAll(ErrorTable.codes());
            codes.add("no-such-code");
        }
        codes.add(null);
        List<Member> members = new ArrayList<>();
        for (String field : new String[] {"email", "id", null}) {
            for (String code : codes) {
                members.add(new Member(ADA, field, 0, LEAD, status, code, List.of(), List.of()));
            }
        }
        return members;
    }

    private static Report end(CallKind call, Verdict verdict, Member member, long offset) {
        return Report.of(Report.Kind.ENDED, "rollcall", Bench.INSTANCE)
                .run("0-run")
                .callId("call")
                .call(call)
                .list(call.changesList() || call == CallKind.ROWS ? LIST : 0)
                .sequence(offset - 1)
                .verdict(verdict)
                .members(List.of(member))
                .offset(offset)
                .build();
    }

    private static Wish wish(Wish.Kind kind) {
        return new Wish(
                kind,
                Bench.INSTANCE,
                ADA,
                kind.aboutList() ? LIST : 0,
                LEAD,
                Lane.ADDITIONS,
                0,
                AS_OF,
                "email",
                "ada@example.com",
                Map.of());
    }
}
