package io.rollcall.demo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RollTest {

    private static final Target.Instance MATCHING =
            new Target.Instance("emea", "123-ABC-456", false, Set.of("email"));
    private static final Target.Instance CREATING =
            new Target.Instance("amer", "789-DEF-012", true, Set.of("email"));
    private static final String EARLIER = "2026-11-21T10:00:00Z";
    private static final String LATER = "2026-11-21T11:00:00Z";

    @Test
    void strangersStayAndTheNamedLeave() {
        Roll.Verdict verdict = judge(MATCHING, Set.of(1L, 2L), Set.of(1L), said("bob", "exited"));
        assertThat(verdict.right()).isTrue();
        assertThat(verdict.strangers()).isEqualTo(1);
    }

    @Test
    void whoShouldHaveLeftIsTooMany() {
        Roll.Verdict verdict =
                judge(MATCHING, Set.of(1L, 2L), Set.of(1L, 2L), said("bob", "exited"));
        assertThat(verdict.extra()).containsExactly("email:bob@example.com (lead 2)");
    }

    @Test
    void aStrangerWhoWasRemovedIsMissing() {
        Roll.Verdict verdict = judge(MATCHING, Set.of(1L), Set.of(), said("bob", "exited"));
        assertThat(verdict.missing()).containsExactly("email:ada@example.com (lead 1)");
    }

    @Test
    void whomAMatchOnlyMarketoDoesNotKnowIsNotMissed() {
        assertThat(judge(MATCHING, Set.of(), Set.of(), said("zoe", "realized")).should()).isZero();
    }

    @Test
    void whomACreatingMarketoDoesNotKnowIsMissed() {
        Roll.Verdict verdict = judge(CREATING, Set.of(), Set.of(), said("zoe", "realized"));
        assertThat(verdict.should()).isEqualTo(1);
        assertThat(verdict.missing()).containsExactly("email:zoe@example.com (no lead yet)");
    }

    @Test
    void whomMarketoRefusesIsNotMissed() {
        Roll.Verdict verdict = judge(CREATING, Set.of(), Set.of(), said("eve", "realized"));
        assertThat(verdict.right()).isTrue();
    }

    @Test
    void ofTwoLeadsTheOneUpdatedLastIsThePerson() {
        Roll.Verdict verdict = judge(MATCHING, Set.of(), Set.of(4L), said("tim", "realized"));
        assertThat(verdict.right()).isTrue();
        assertThat(judge(MATCHING, Set.of(), Set.of(3L), said("tim", "realized")).right())
                .isFalse();
    }

    private static Roll.Verdict judge(
            Target.Instance instance, Set<Long> atStart, Set<Long> members, String message) {
        Target gold = new Target(instance, 1, "gold", null, false, null);
        Census census = new Census(instance, Set.of("email:eve@example.com"));
        census.count(
                List.of(
                        lead(1, "ada", EARLIER),
                        lead(2, "bob", EARLIER),
                        lead(3, "tim", EARLIER),
                        lead(4, "tim", LATER)));
        Beliefs beliefs = new Beliefs(new Plan(List.of(gold), List.of()));
        beliefs.hear(new Beliefs.Place("audience-events", 0, 0), message, 1);
        return new Roll(gold, census, atStart).judge(beliefs, members, 1_800_000_000_000L);
    }

    private static Census.Lead lead(long id, String name, String updatedAt) {
        return new Census.Lead(id, name + "@example.com", null, updatedAt);
    }

    private static String said(String name, String status) {
        return "{\"person\":{\"email\":\""
                + name
                + "@example.com\"},\"audience\":\"gold\",\"status\":\""
                + status
                + "\",\"at\":\"2026-11-21T10:00:00Z\"}";
    }
}
