package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.ActivationSet;
import io.rollcall.event.Assertion;
import io.rollcall.event.Attribute;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import io.rollcall.event.Origin;
import io.rollcall.pack.Unpacker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is told from the bytes is what the whole way through objects would say. */
class RepeatsTest {

    private static final List<String> AUDIENCES = List.of("gold", "silver", "bronze", "ユーザー", "");
    private static final List<String> NAMESPACES = Arrays.asList("ups", "UPS", "aam", "", null);

    private final Heard shortWay = new Heard();
    private final Heard longWay = new Heard();
    private final Plan plan = new Plan(List.of(Setup.instance(null)));

    RepeatsTest() {
        plan.activate(new ActivationSet(List.of(Setup.gold())));
    }

    @Property(tries = 3_000)
    void agreesWithTheLongWayAboutAnyRowAndEvent(@ForAll Random random) {
        shortWay.counts.clear();
        longWay.counts.clear();
        Row row = someRow(random);
        AudienceEvent event = someEvent(random, row);
        byte[] stored = RowCodec.encode(row);

        Row after = RowCodec.decode(stored);
        Intake.Effect effect = new Intake(plan, longWay, () -> null).take(heard(event), after);
        boolean repeat = isRepeat(event, stored);

        if (repeat) {
            assertThat(effect).isEqualTo(Intake.Effect.NOTHING);
            assertThat(RowCodec.encode(after)).isEqualTo(stored);
            assertThat(shortWay.counts).isEqualTo(longWay.counts);
        } else {
            assertThat(shortWay.counts).isEmpty();
            assertThat(effect != Intake.Effect.NOTHING || leftToTheLongWay(row, event)).isTrue();
        }
    }

    /** Rows of another kind, and identities that are too old to be kept. */
    private static boolean leftToTheLongWay(Row row, AudienceEvent event) {
        List<Identity> known = row.identities.stream().map(Row.Known::identity).toList();
        return row.kind != Row.Kind.PERSON || !known.containsAll(event.identities());
    }

    @Property(tries = 1_000)
    void anEventStaysTheSameOnItsWayButForItsKey(@ForAll Random random) {
        AudienceEvent event = someEvent(random, someRow(random));
        List<Identity> others = new ArrayList<>(event.identities());
        others.removeIf(Identity.ofKey(ADA)::equals);
        assertThat(heard(event))
                .isEqualTo(
                        new HeardEvent(
                                event.kind(),
                                event.person(),
                                event.at(),
                                others,
                                event.assertions().stream().map(Claim::of).toList(),
                                event.attributes()));
    }

    private static HeardEvent heard(AudienceEvent event) {
        return EventCodec.decode(Bundled.packed(event));
    }

    @Test
    void knowsARepeatInAnyOrder() {
        Row row = Row.of(ADA);
        List<Assertion> said = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Assertion assertion = new Assertion("ups", "audience-" + i, i % 2 == 0, NOW + i, 0);
            said.add(assertion);
            row.claims.add(Claim.of(assertion));
        }
        Collections.reverse(said);
        byte[] stored = RowCodec.encode(row);

        assertThat(isRepeat(event(said, List.of(), List.of()), stored)).isTrue();
        assertThat(shortWay.counted(LedgerMetric.REPEAT)).isEqualTo(20);
        said.set(7, new Assertion("ups", "audience-12", false, NOW + 100, 0));
        assertThat(isRepeat(event(said, List.of(), List.of()), stored)).isFalse();
    }

    private boolean isRepeat(AudienceEvent event, byte[] stored) {
        Unpacker said = Bundled.packed(event);
        said.skipString();
        return new Repeats(plan, shortWay).isRepeat(said, new Unpacker(stored));
    }

    private static Row someRow(Random random) {
        Row row = AnyRow.of(random.nextLong());
        row.kind = random.nextInt(10) == 0 ? Row.Kind.STONE : Row.Kind.PERSON;
        row.claims.clear();
        row.attributes.clear();
        row.identities.clear();
        row.identities.add(new Row.Known(Identity.ofKey(ADA), 0));
        for (String audience : AUDIENCES) {
            for (String namespace : List.of("ups", "aam")) {
                if (random.nextInt(3) > 0) {
                    row.claims.add(Claim.of(assertion(random, namespace, audience)));
                }
            }
        }
        for (int i = random.nextInt(7); i > 0; i--) {
            row.identities.add(new Row.Known(identity(i), NOW - i));
        }
        for (String path : List.of("firstName", "consents.marketing.email.val")) {
            if (random.nextBoolean()) {
                row.attributes.add(attribute(random, path));
            }
        }
        return row;
    }

    /** Mostly what the row holds already, else nothing would ever be a repeat. */
    private static AudienceEvent someEvent(Random random, Row row) {
        List<Assertion> said = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Assertion any = assertion(random, oneOf(random, NAMESPACES), oneOf(random, AUDIENCES));
            said.add(stored(row, any, random.nextInt(6) > 0));
        }
        List<Identity> identities = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            identities.add(
                    random.nextInt(8) == 0
                            ? identity(random.nextInt(9))
                            : oneOf(random, row.identities).identity());
        }
        List<Attribute> attributes = new ArrayList<>();
        for (Attribute attribute : row.attributes) {
            attributes.add(
                    random.nextInt(4) == 0 ? attribute(random, attribute.path()) : attribute);
        }
        return event(said, identities, attributes);
    }

    private static Assertion stored(Row row, Assertion any, boolean asStored) {
        Claim claim = Claim.of(any);
        return row.claims.stream()
                .filter(stored -> asStored && stored.sameMatter(claim))
                .map(
                        s ->
                                new Assertion(
                                        any.namespace(),
                                        any.audience(),
                                        s.in(),
                                        s.at(),
                                        s.validUntil()))
                .findFirst()
                .orElse(any);
    }

    private static AudienceEvent event(
            List<Assertion> said, List<Identity> identities, List<Attribute> attributes) {
        AudienceEvent.Kind kind = AudienceEvent.Kind.MEMBERSHIPS;
        Origin origin = new Origin("events", 3, 1L << 40, -1);
        return new AudienceEvent(kind, ADA, NOW, identities, said, attributes, origin);
    }

    private static Assertion assertion(Random random, String namespace, String audience) {
        boolean in = random.nextBoolean();
        long until = in && random.nextInt(3) == 0 ? NOW + random.nextInt(2) : 0;
        return new Assertion(namespace, audience, in, NOW - random.nextInt(3), until);
    }

    private static Identity identity(int number) {
        return Identity.of("email", "ada" + number + "@example.com");
    }

    private static Attribute attribute(Random random, String path) {
        String value = oneOf(random, Arrays.asList("y", "n", "p", null));
        return new Attribute(path, value, NOW - random.nextInt(3));
    }

    private static <T> T oneOf(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
