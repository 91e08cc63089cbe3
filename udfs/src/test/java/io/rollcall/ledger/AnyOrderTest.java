package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.Assertion;
import io.rollcall.event.Attribute;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import io.rollcall.event.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** DESIGN §3.1.1: whatever order things arrive in, the same is remembered. */
class AnyOrderTest {

    @Property(tries = 500)
    void remembersTheSameInAnyOrder(
            @ForAll("events") List<AudienceEvent> events, @ForAll Random random) {
        List<AudienceEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);

        assertThat(remembered(shuffled)).isEqualTo(remembered(events));
    }

    private static List<Set<?>> remembered(List<AudienceEvent> events) {
        Bench bench = Bench.with(Setup.gold());
        events.forEach(bench::hear);
        Row row = bench.row();
        return row == null
                ? List.of()
                : List.of(
                        Set.copyOf(row.claims),
                        Set.copyOf(row.attributes),
                        Set.copyOf(row.identities.stream().map(Row.Known::identity).toList()));
    }

    @Provide
    Arbitrary<List<AudienceEvent>> events() {
        return Combinators.combine(
                        assertion().list().ofMaxSize(2),
                        attribute().list().ofMaxSize(2),
                        identity().list().ofMaxSize(2),
                        time())
                .as(AnyOrderTest::event)
                .list()
                .ofMaxSize(12);
    }

    private static AudienceEvent event(
            List<Assertion> said, List<Attribute> attributes, List<Identity> known, long at) {
        return new AudienceEvent(
                AudienceEvent.Kind.MEMBERSHIPS,
                ADA,
                at,
                known,
                said,
                attributes,
                new Origin("events", 0, 0, at));
    }

    private static Arbitrary<Assertion> assertion() {
        return Combinators.combine(
                        Arbitraries.of("ups", "aam"),
                        Arbitraries.of("gold", "silver"),
                        Arbitraries.of(true, false),
                        time(),
                        Arbitraries.of(0L, NOW + 1, NOW + 2))
                .as(Assertion::new);
    }

    private static Arbitrary<Attribute> attribute() {
        return Combinators.combine(
                        Arbitraries.of(Setup.EMAIL_CONSENT, "firstName"),
                        Arbitraries.of("y", "n", "p", "u", null),
                        time())
                .as(Attribute::new);
    }

    private static Arbitrary<Identity> identity() {
        // More than four beside the key of one namespace are not all kept: there order does count.
        return Arbitraries.integers()
                .between(1, 4)
                .map(number -> Identity.of("email", "ada" + number + "@example.com"));
    }

    private static Arbitrary<Long> time() {
        return Arbitraries.longs().between(NOW - 4, NOW);
    }
}
