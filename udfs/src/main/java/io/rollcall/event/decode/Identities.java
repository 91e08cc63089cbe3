package io.rollcall.event.decode;

import io.rollcall.event.Identity;
import java.util.ArrayList;
import java.util.List;

/** The identities of one person as they are read, and which of them is the person key. */
final class Identities {

    private final Namespaces namespaces;
    private final Candidates[] byRank;

    Identities(Namespaces namespaces) {
        this.namespaces = namespaces;
        this.byRank = new Candidates[namespaces.count()];
    }

    void add(int rank, String value, boolean primary) throws RefusedException {
        Identity identity = usable(rank, value);
        if (identity != null && primary) {
            candidates(rank).addPrimary(identity);
        } else if (identity != null) {
            candidates(rank).add(identity);
        }
    }

    void addFromPath(IdentityPath path, String value) throws RefusedException {
        Identity identity = usable(path.namespace(), value);
        if (identity != null) {
            candidates(path.namespace()).addFromPath(identity, path.position());
        }
    }

    /**
     * The preferred namespace decides. Several values there: the primary one, else the one from an
     * attribute path, else the next namespace.
     */
    String person() throws RefusedException {
        Refusal refusal = Refusal.NO_USABLE_IDENTITY;
        for (Candidates candidates : byRank) {
            if (candidates != null && candidates.chosen() != null) {
                return candidates.chosen().key();
            }
            refusal = candidates == null ? refusal : Refusal.AMBIGUOUS_IDENTITY;
        }
        throw refusal.because();
    }

    List<Identity> all() {
        List<Identity> all = new ArrayList<>(byRank.length);
        for (Candidates candidates : byRank) {
            if (candidates != null) {
                candidates.collect(all);
            }
        }
        return all;
    }

    private Identity usable(int rank, String value) throws RefusedException {
        return value == null ? null : IdentityCheck.usable(namespaces.name(rank), value);
    }

    private Candidates candidates(int rank) {
        if (byRank[rank] == null) {
            byRank[rank] = new Candidates();
        }
        return byRank[rank];
    }
}
