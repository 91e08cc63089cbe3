package io.rollcall.ledger;

import io.rollcall.event.Attribute;
import io.rollcall.event.Identity;
import io.rollcall.report.CallKind;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.List;
import java.util.Random;

/** Rows with any value in every field, as far as a row can hold it. */
final class AnyRow {

    private final Random random;

    private AnyRow(long seed) {
        random = new Random(seed);
    }

    static Row of(long seed) {
        return new AnyRow(seed).row();
    }

    private Row row() {
        Row row = new Row();
        row.kind = oneOf(Row.Kind.values());
        for (int i = few(); i > 0; i--) {
            row.claims.add(
                    new Claim(
                            random.nextLong(),
                            random.nextInt(),
                            random.nextBoolean(),
                            time(),
                            time()));
            row.identities.add(new Row.Known(new Identity("email", text()), time()));
            row.attributes.add(new Attribute("path" + i, oneOf(text(), null, ""), time()));
            row.instances.add(instance("123-ABC-45" + i));
        }
        row.trailing = bytes();
        return row;
    }

    private InstanceRow instance(String munchkinId) {
        InstanceRow row = new InstanceRow(munchkinId);
        row.state = oneOf(LeadState.values());
        row.lead = id();
        row.others.addAll(List.of(id(), id()));
        row.lostLead = id();
        row.deletedAt = time();
        row.refusal = oneOf("1003", null);
        row.refusedAt = time();
        row.tries = few();
        row.nextAt = time();
        row.inVain.addAll(List.of(random.nextInt() & 0xFFFFFFFFL));
        row.sequence = offset();
        row.seen = offset();
        row.changed = offset();
        row.valuesHash = random.nextLong();
        row.wishedHash = random.nextLong();
        row.wishedTwice = random.nextBoolean();
        row.wish = wish();
        row.lane = row.wish == null ? null : oneOf(Lane.values());
        row.asOf = row.wish == null ? -1 : offset();
        row.importedAs = oneOf(0L, random.nextInt() & 0xFFFFFFFFL | 1);
        row.importProven = row.importedAs != 0 && random.nextBoolean();
        row.aliasOf = oneOf(text(), null);
        row.claimed = oneOf(0L, row.lead, id());
        row.namesClaimed = few();
        row.hearsay = random.nextBoolean();
        if (row.claimed != 0) {
            row.grant = offset();
        }
        if (row.grant >= 0) {
            row.forwarded = random.nextLong();
            row.aliases.add(alias());
        }
        for (int i = few(); i > 0; i--) {
            row.lists.add(list(1000 + i));
        }
        row.trailing = bytes();
        return row;
    }

    private AliasRecord alias() {
        AliasRecord alias = AliasRecord.of(text());
        alias.claims().add(new Claim(random.nextLong(), random.nextInt(), true, time(), time()));
        alias.consents().add(new Attribute("consents.a", oneOf(text(), null), time()));
        return alias;
    }

    private ListRow list(long id) {
        ListRow row = new ListRow(id);
        row.reported = oneOf(Reported.values());
        row.direction = oneOf(CallKind.ADD, CallKind.REMOVE, null);
        row.sequence = offset();
        row.proven = random.nextBoolean();
        row.endOffset = offset();
        row.contraryEnd = offset();
        row.seen = offset();
        row.wish = wish();
        row.lane = row.wish == null ? null : oneOf(Lane.values());
        row.asOf = row.wish == null ? -1 : offset();
        row.refusal = oneOf("1037", null);
        row.refusedAt = time();
        row.tries = few();
        row.nextAt = time();
        row.toldDesired = oneOf(Desired.values());
        row.toldReported = oneOf(Reported.values());
        row.others.add(new OtherLead(id(), random.nextBoolean(), offset(), few(), time()));
        row.trailing = bytes();
        return row;
    }

    private Wish.Kind wish() {
        return random.nextBoolean() ? null : oneOf(Wish.Kind.values());
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private int few() {
        return random.nextInt(4);
    }

    private long id() {
        return random.nextInt(Integer.MAX_VALUE);
    }

    private long time() {
        return random.nextInt(3) == 0 ? 0 : random.nextLong(4_000_000_000_000L);
    }

    private long offset() {
        return random.nextInt(3) == 0 ? -1 : random.nextLong(1L << 40);
    }

    private String text() {
        return oneOf("ada@example.com", "Zoë", "ユーザー", "a:b", " ");
    }

    private byte[] bytes() {
        byte[] bytes = new byte[few()];
        random.nextBytes(bytes);
        return bytes;
    }
}
