package io.rollcall.ledger;

import io.rollcall.event.Attribute;
import io.rollcall.event.Identity;
import java.util.ArrayList;
import java.util.List;

/** All that is remembered of one person. Mutable: it lives between two encodings. */
final class Row {

    /** Written in state by ordinal: append only. */
    enum Kind {
        PERSON,
        /** Known under another key now (rule 3.1.7, to come). */
        ALIAS,
        /** Who owns a lead (rule 3.1.7, to come). */
        OWNER,
        /** What stays of someone who asked to be forgotten (rule 3.1.10, to come). */
        STONE
    }

    Kind kind = Kind.PERSON;
    List<Claim> claims = new ArrayList<>();
    List<Known> identities = new ArrayList<>();
    List<Attribute> attributes = new ArrayList<>();
    final List<InstanceRow> instances = new ArrayList<>();
    byte[] trailing = {};

    /** An identity and when it was first said (epoch ms). */
    record Known(Identity identity, long at) {}

    /** A new row knows at least the identity that is its key. */
    static Row of(String person) {
        Row row = new Row();
        row.identities.add(new Known(Identity.ofKey(person), 0));
        return row;
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
