package io.rollcall.ledger;

import io.rollcall.event.Attribute;
import io.rollcall.event.Identity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All that is remembered of one person. Mutable: it lives between two encodings. */
final class Row {

    /** Written in state by ordinal: append only. */
    enum Kind {
        PERSON,
        /** Reserved: a person is an alias instance by instance, not as a whole. */
        ALIAS,
        /** Who goes by a lead: an {@link OwnerRow}, which stands under a key of its own. */
        OWNER,
        /** What stays of someone who asked to be forgotten; stands under a {@link Stone} name. */
        STONE
    }

    Kind kind = Kind.PERSON;
    List<Claim> claims = new ArrayList<>();
    List<Known> identities = new ArrayList<>();
    List<Attribute> attributes = new ArrayList<>();
    final List<InstanceRow> instances;

    /** When this person asked to be forgotten (epoch ms), 0 for never: older claims are void. */
    long forgottenAt;

    /** Whether something of this person may still be left in Marketo. */
    boolean forgetting;

    /** While forgetting: the stones that were sent for this person's other names. */
    final List<Stoned> stoned = new ArrayList<>();

    byte[] trailing = {};

    /** A stone for another name, in its bucket, and whether that surely is the person's. */
    record Stoned(String stone, int bucket, boolean surely) {}

    Row() {
        this(new ArrayList<>());
    }

    private Row(List<InstanceRow> instances) {
        this.instances = instances;
    }

    /**
     * How far reports have been read, by instance: what a new row need not wait for. Not in state;
     * all reports about one bucket come through one channel, in order.
     */
    Map<String, Long> readTo = Map.of();

    /** An identity and when it was first said (epoch ms), 0 for the row's own key. */
    record Known(Identity identity, long at) implements Comparable<Known> {

        boolean isKey() {
            return at == 0;
        }

        boolean sameNamespace(Known other) {
            return identity.namespace().equals(other.identity.namespace());
        }

        @Override
        public int compareTo(Known other) {
            return Comparator.comparingLong(Known::at)
                    .thenComparing(known -> known.identity().value())
                    .compare(this, other);
        }
    }

    /** A new row knows at least the identity that is its key. */
    static Row of(String person) {
        Row row = new Row();
        row.identities.add(new Known(Identity.ofKey(person), 0));
        return row;
    }

    /** Whether Marketo, or we, refused this person anything: then the next assertion counts. */
    boolean wasRefused() {
        return instances.stream().anyMatch(InstanceRow::wasRefused);
    }

    /** Whether at some instance another person goes by the same lead. */
    boolean isShared() {
        return instances.stream().anyMatch(InstanceRow::isShared);
    }

    /**
     * This row as it counts at one instance: with all that was said of others who go by the lead.
     * Nearly always it is the row itself.
     */
    Row seenAt(String munchkinId) {
        InstanceRow at = instance(munchkinId);
        if (at == null || at.aliases.isEmpty()) {
            return this;
        }
        Row seen = new Row(instances);
        seen.kind = kind;
        seen.forgottenAt = forgottenAt;
        seen.forgetting = forgetting;
        seen.identities = identities;
        seen.readTo = readTo;
        seen.claims.addAll(claims);
        seen.attributes.addAll(attributes);
        for (AliasRecord alias : at.aliases) {
            alias.claims().forEach(claim -> AliasRecord.merge(seen.claims, claim));
            alias.consents().forEach(consent -> AliasRecord.merge(seen.attributes, consent));
        }
        return seen;
    }

    InstanceRow instance(String munchkinId) {
        for (InstanceRow row : instances) {
            if (row.munchkinId.equals(munchkinId)) {
                return row;
            }
        }
        return null;
    }

    InstanceRow instanceOrNew(String munchkinId) {
        InstanceRow found = instance(munchkinId);
        if (found == null) {
            found = new InstanceRow(munchkinId);
            found.seen = readTo.getOrDefault(munchkinId, -1L);
            instances.add(found);
        }
        return found;
    }

    Attribute attribute(String path) {
        for (Attribute attribute : attributes) {
            if (attribute.path().equals(path)) {
                return attribute;
            }
        }
        return null;
    }

    String valueAt(String path) {
        Attribute found = attribute(path);
        return found == null ? null : found.value();
    }
}
