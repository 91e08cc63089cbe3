package io.rollcall.ledger;

/**
 * Time to live: only for what is out and reported out, and for nobody who refused (rule 3.1.11).
 */
final class Expiry {

    private Expiry() {}

    static boolean due(Row row, LedgerSettings settings, long now) {
        return row.kind == Row.Kind.PERSON
                && Judge.newestAt(row) + settings.timeToLive().toMillis() < now
                && row.claims.stream().noneMatch(claim -> claim.inAt(now))
                && row.attributes.stream().noneMatch(Consent::refuses)
                && row.instances.stream().allMatch(Expiry::settled);
    }

    private static boolean settled(InstanceRow row) {
        boolean stays = row.state == LeadState.DELETED || row.state == LeadState.LOST;
        return !stays && row.wish == null && row.lists.stream().allMatch(Expiry::settled);
    }

    private static boolean settled(ListRow row) {
        boolean off = row.reported == Reported.OUT || row.reported == Reported.NEVER;
        return off && row.wish == null && row.alsoOn.isEmpty();
    }
}
