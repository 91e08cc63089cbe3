package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Activation.ConsentRule;
import io.rollcall.activation.Activation.Mode;
import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.PersonCreation;
import io.rollcall.event.Assertion;
import io.rollcall.event.Attribute;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import io.rollcall.event.Origin;
import io.rollcall.ledger.Bundled;
import io.rollcall.ledger.Ledger;
import io.rollcall.ledger.LedgerInput;
import io.rollcall.ledger.LedgerMetric;
import io.rollcall.ledger.LedgerOutput;
import io.rollcall.ledger.LedgerSettings;
import io.rollcall.ledger.ListRead;
import io.rollcall.ledger.Plan;
import io.rollcall.ledger.RowView;
import io.rollcall.ledger.Rows;
import io.rollcall.outcome.MembershipFact;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.CallKind;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.testing.InstanceDraft;
import io.rollcall.wish.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever comes, the wishes that a row believes to be out are those that the scheduler holds, a
 * second sweep asks for nothing new, and asking comes to an end, however Marketo answers.
 */
class HeldWishesTest {

    private static final String ADA = "email:ada@example.com";
    private static final long NOW = Instant.parse("2026-11-22T15:00:00Z").toEpochMilli();
    private static final List<Long> LISTS = List.of(1001L, 1002L);
    private static final List<Long> LEADS = List.of(7L, 8L, 9L);
    private static final List<String> CODES = List.of("1003", "1004", "1007", "1015", "1037");
    private static final List<String> ANY_CODE =
            List.of("1003", "1004", "1007", "1015", "611", "606");
    private static final int ENOUGH_ROUNDS = 25;

    @Property(tries = 800)
    void holdsWhatTheRowBelievesToBeOut(@ForAll long seed) {
        Play play = new Play(seed);
        for (int step = 0; step < 40; step++) {
            String what = play.something();
            assertThat(play.held())
                    .as("seed %d step %d: %s", seed, step, what)
                    .isEqualTo(play.believed());
            play.assertNobodyErasedIsCreated();
        }
    }

    @Property(tries = 300)
    void asksForNothingNewOnASecondSweep(@ForAll long seed) {
        Play play = new Play(seed);
        for (int step = 0; step < 20; step++) {
            play.something();
        }
        play.sweep();
        play.said.clear();
        play.sweep();

        assertThat(play.said).as("seed %d", seed).isEmpty();
    }

    @Property(tries = 800)
    void comesToAnEndHoweverMarketoAnswers(@ForAll long seed) {
        Play play = new Play(seed);
        for (int step = 0; step < seed % 20; step++) {
            play.something();
        }
        play.sweep();
        Map<Wish.Kind, Member> answers = play.anAnswerForEachKind();
        int rounds = 0;
        while (!play.holding.isEmpty() && rounds++ < ENOUGH_ROUNDS) {
            List.copyOf(play.holding.values()).forEach(wish -> play.answer(wish, answers));
        }

        assertThat(play.held()).as("seed %d, answers %s", seed, answers).isEmpty();
    }

    /** One person, a ledger, and a model of what the scheduler holds. */
    private static final class Play implements LedgerOutput, Rows {

        private final Random random;
        private final Map<String, byte[]> rows = new TreeMap<>();
        private final Map<String, Wish> holding = new TreeMap<>();
        private final List<Object> said = new ArrayList<>();
        private final Plan plan;
        private final Ledger ledger;
        private long now = NOW;
        private long offset = 100;

        Play(long seed) {
            random = new Random(seed);
            PersonCreation creation = oneOf(List.of(PersonCreation.values()));
            plan = new Plan(List.of(instance(creation)));
            LedgerSettings settings =
                    new LedgerSettings(
                            List.of("email", "ecid"),
                            Duration.ofDays(90),
                            Duration.ofDays(1),
                            Duration.ofDays(90),
                            "rollcall");
            ledger = new Ledger(plan, settings, () -> Instant.ofEpochMilli(now), this);
            activate();
        }

        private static Instance instance(PersonCreation creation) {
            return InstanceDraft.usual()
                    .creation(creation)
                    .ecid("ecidText")
                    .mapping("firstName", "firstName")
                    .build();
        }

        private <T> T oneOf(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        Map<String, Wish.Kind> held() {
            return holding.values().stream()
                    .collect(
                            Collectors.toMap(
                                    Wish::key, Wish::kind, (one, other) -> one, TreeMap::new));
        }

        Map<String, Wish.Kind> believed() {
            byte[] row = rows.get(ADA);
            return row == null ? Map.of() : RowView.wishesOut(ADA, row);
        }

        void assertNobodyErasedIsCreated() {
            byte[] row = rows.get(ADA);
            if (row != null && RowView.wasLost(row)) {
                assertThat(held()).doesNotContainValue(Wish.Kind.UPSERT);
            }
        }

        String something() {
            now += random.nextInt(4) == 0 ? random.nextInt(100_000_000) : random.nextInt(1_000);
            int dice = random.nextInt(10);
            if (dice < 3) {
                return event();
            } else if (dice < 8) {
                return report();
            } else if (dice == 8) {
                return sweep();
            }
            return random.nextBoolean() ? activate() : listRead();
        }

        private String event() {
            List<Assertion> assertions = new ArrayList<>();
            List<Attribute> attributes = new ArrayList<>();
            List<Identity> identities = new ArrayList<>(List.of(Identity.ofKey(ADA)));
            long at = now - random.nextInt(50);
            switch (random.nextInt(6)) {
                case 0 ->
                        attributes.add(
                                new Attribute(
                                        "consents.marketing.email.val",
                                        oneOf(List.of("y", "n")),
                                        at));
                case 1 -> attributes.add(new Attribute("firstName", "A" + random.nextInt(3), at));
                case 2 -> identities.add(Identity.of("ecid", "e" + random.nextInt(3)));
                default ->
                        assertions.add(
                                new Assertion(
                                        oneOf(List.of("ups", "aam")),
                                        oneOf(List.of("gold", "silver")),
                                        random.nextInt(3) > 0,
                                        at,
                                        random.nextInt(5) == 0 ? now + 10_000 : 0));
            }
            AudienceEvent event =
                    new AudienceEvent(
                            AudienceEvent.Kind.MEMBERSHIPS,
                            ADA,
                            at,
                            identities,
                            assertions,
                            attributes,
                            new Origin("events", 0, 0, at));
            ledger.take(Bundled.alone(event), this);
            return event.toString();
        }

        private String activate() {
            List<Activation> set = new ArrayList<>();
            for (long list : LISTS) {
                if (random.nextInt(5) > 0) {
                    set.add(activation(list));
                }
            }
            plan.activate(new ActivationSet(set));
            sweep();
            return set.toString();
        }

        private Activation activation(long list) {
            String own = list == 1001 ? "gold" : "silver";
            String audience = random.nextInt(6) > 0 ? own : "gold".equals(own) ? "silver" : "gold";
            ConsentRule rule = oneOf(List.of(ConsentRule.OPT_OUT, ConsentRule.OPT_IN));
            boolean asks = random.nextInt(3) == 0;
            return new Activation(
                    audience,
                    null,
                    Bench.INSTANCE,
                    list,
                    random.nextInt(5) == 0 ? Mode.ADD_ONLY : Mode.MIRROR,
                    0,
                    random.nextInt(6) == 0 ? now + random.nextInt(20_000) : 0,
                    asks ? "consents.marketing.email.val" : null,
                    asks ? rule : null);
        }

        private String listRead() {
            ListRead read = new ListRead(Bench.INSTANCE, oneOf(LISTS), offset++, true);
            plan.read(read);
            sweep();
            return read.toString();
        }

        String sweep() {
            ledger.take(LedgerInput.sweep(0), this);
            return "sweep";
        }

        private String report() {
            boolean ofHeld = !holding.isEmpty() && random.nextBoolean();
            Report end = ofHeld ? endOf(oneOf(List.copyOf(holding.values()))) : anyEnd();
            read(end);
            return end.toString();
        }

        private Report endOf(Wish wish) {
            long sequence = offset++;
            return end(wish.kind(), wish.list(), sequence, verdict(), member(wish));
        }

        private Member member(Wish wish) {
            Member some = someMember(wish.kind());
            boolean same = wish.kind().aboutList() || wish.kind() == Wish.Kind.UPDATE;
            long lead = same ? wish.lead() : some.lead();
            return new Member(
                    ADA,
                    wish.field(),
                    0,
                    lead,
                    some.status(),
                    some.code(),
                    some.others(),
                    List.of());
        }

        private Report anyEnd() {
            long sequence = random.nextBoolean() ? offset++ : offset - random.nextInt(20);
            if (random.nextInt(6) == 0) {
                ListPage page = new ListPage(sequence, null, true, 0);
                Member present = Member.onList(ADA, oneOf(LEADS), MemberStatus.PRESENT, null);
                return report(CallKind.READ, oneOf(LISTS), sequence, Verdict.DONE, page, present);
            }
            Wish.Kind kind =
                    oneOf(
                            List.of(
                                    Wish.Kind.ADD,
                                    Wish.Kind.REMOVE,
                                    Wish.Kind.LOOKUP,
                                    Wish.Kind.UPSERT,
                                    Wish.Kind.UPDATE));
            Member one = someMember(kind);
            Member two = someMember(kind);
            boolean both = kind.aboutList() && one.lead() != two.lead() && random.nextBoolean();
            long list = kind.aboutList() ? oneOf(LISTS) : 0;
            return both
                    ? end(kind, list, sequence, verdict(), one, two)
                    : end(kind, list, sequence, verdict(), one);
        }

        private Verdict verdict() {
            return random.nextInt(5) == 0 ? Verdict.PERHAPS : Verdict.DONE;
        }

        private Member someMember(Wish.Kind kind) {
            String field = kind.aboutList() ? null : kind == Wish.Kind.UPDATE ? "id" : "email";
            if (random.nextInt(3) == 0) {
                return member(field, oneOf(LEADS), MemberStatus.SKIPPED, oneOf(ANY_CODE));
            }
            return switch (kind) {
                case ADD -> member(field, oneOf(LEADS), MemberStatus.ADDED, null);
                case REMOVE -> member(field, oneOf(LEADS), MemberStatus.REMOVED, null);
                case LOOKUP ->
                        random.nextInt(3) == 0
                                ? member(field, 0, MemberStatus.NOT_FOUND, null)
                                : member(field, oneOf(LEADS), MemberStatus.FOUND, null);
                default -> member(field, oneOf(LEADS), MemberStatus.UPDATED, null);
            };
        }

        private static Member member(String field, long lead, MemberStatus status, String code) {
            return new Member(ADA, field, 0, lead, status, code, List.of(), List.of());
        }

        /** Marketo answers each kind of call in one way for ever, be it absurd. */
        Map<Wish.Kind, Member> anAnswerForEachKind() {
            Map<Wish.Kind, Member> answers = new TreeMap<>();
            for (Wish.Kind kind : Wish.Kind.values()) {
                if (!kind.withdraws()) {
                    Member some = someMember(kind);
                    answers.put(
                            kind,
                            some.status() == MemberStatus.SKIPPED
                                    ? some.with(MemberStatus.SKIPPED, oneOf(CODES))
                                    : some);
                }
            }
            return answers;
        }

        void answer(Wish wish, Map<Wish.Kind, Member> answers) {
            if (holding.get(wish.key()) != wish) {
                return;
            }
            Member answer = answers.get(wish.kind());
            boolean same = wish.kind().aboutList() || wish.kind() == Wish.Kind.UPDATE;
            long lead = same ? wish.lead() : answer.lead();
            Member member = member(wish.field(), lead, answer.status(), answer.code());
            read(end(wish.kind(), wish.list(), offset++, Verdict.DONE, member));
        }

        /** The scheduler may read an end before the ledger does, or behind it. */
        private void read(Report end) {
            Report there = end.readAt(offset++);
            boolean schedulerFirst = random.nextBoolean();
            if (schedulerFirst) {
                settle(there);
            }
            LedgerInput.split(there, input -> ledger.take(input, this));
            if (!schedulerFirst) {
                settle(there);
            }
        }

        private void settle(Report end) {
            for (Member member : end.members()) {
                if (end.call() != CallKind.READ) {
                    String key = OpenCall.wishKey(end.call(), end.list(), member);
                    Wish held = holding.get(key);
                    if (held != null && Settlement.settles(end, member, held)) {
                        holding.remove(key);
                    }
                }
            }
        }

        private static Report end(
                Wish.Kind kind, long list, long sequence, Verdict verdict, Member... members) {
            CallKind call =
                    switch (kind) {
                        case ADD -> CallKind.ADD;
                        case REMOVE -> CallKind.REMOVE;
                        case LOOKUP -> CallKind.LOOKUP;
                        default -> CallKind.UPSERT;
                    };
            return report(call, list, sequence, verdict, null, members);
        }

        private static Report report(
                CallKind call,
                long list,
                long sequence,
                Verdict verdict,
                ListPage page,
                Member... members) {
            return Report.of(Report.Kind.ENDED, "rollcall", Bench.INSTANCE)
                    .run("0-run")
                    .callId("call")
                    .call(call)
                    .list(list)
                    .sequence(sequence)
                    .verdict(verdict)
                    .members(List.of(members))
                    .page(page)
                    .build();
        }

        // ---- what the ledger says

        @Override
        public void wish(Wish wish) {
            said.add(wish);
            if (wish.kind().withdraws()) {
                holding.remove(wish.key());
            } else {
                holding.put(wish.key(), wish);
            }
        }

        @Override
        public void outcome(Outcome outcome) {
            said.add(outcome);
        }

        @Override
        public void fact(MembershipFact fact) {
            said.add(fact);
        }

        @Override
        public void note(Report note) {
            said.add(note);
        }

        @Override
        public void count(LedgerMetric what) {}

        // ---- its rows

        @Override
        public byte[] get(String person) {
            return rows.get(person);
        }

        @Override
        public void put(String person, byte[] row) {
            rows.put(person, row);
        }

        @Override
        public void remove(String person) {
            rows.remove(person);
        }

        @Override
        public Map<String, byte[]> all() {
            return Map.copyOf(rows);
        }
    }
}
