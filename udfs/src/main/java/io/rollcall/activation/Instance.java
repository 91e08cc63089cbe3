package io.rollcall.activation;

import java.io.Serializable;
import java.util.List;

/**
 * One Marketo subscription. {@code munchkinId} is its key in state and topics, {@code name} what
 * the configuration calls it. {@code clientId} and {@code clientSecret} are references ({@code
 * env:NAME} or {@code file:/path}), never values. {@code ingestion} is where the Data Ingestion API
 * answers, null where additions go by REST as all else does.
 */
public record Instance(
        String munchkinId,
        String name,
        String endpoint,
        String clientId,
        String clientSecret,
        PersonCreation personCreation,
        List<Lookup> lookup,
        Duplicates duplicates,
        List<Mapping> mapping,
        String leadPartition,
        Limits limits,
        LeadPolicy policy,
        String ingestion)
        implements Serializable {

    /** Marketo's name of the field that imports tell people by. */
    private static final String EMAIL = "email";

    public Instance {
        policy = policy == null ? LeadPolicy.USUAL : policy;
    }

    public Instance(
            String munchkinId,
            String name,
            String endpoint,
            String clientId,
            String clientSecret,
            PersonCreation personCreation,
            List<Lookup> lookup,
            Duplicates duplicates,
            List<Mapping> mapping,
            String leadPartition,
            Limits limits) {
        this(
                munchkinId,
                name,
                endpoint,
                clientId,
                clientSecret,
                personCreation,
                lookup,
                duplicates,
                mapping,
                leadPartition,
                limits,
                LeadPolicy.USUAL,
                null);
    }

    public enum PersonCreation {
        MATCH_ONLY,
        MATCH_AND_CREATE
    }

    /** How known leads are put on lists. */
    public enum Transport {
        REST,
        /** The Data Ingestion API of the Performance Tier. */
        INGESTION
    }

    /** Which of several leads that match one value is the one to add and update. */
    public enum Duplicates {
        MOST_RECENTLY_UPDATED,
        OLDEST,
        SKIP
    }

    /** The searchable Marketo field that holds an identity of this namespace. */
    public record Lookup(String namespace, String field) implements Serializable {}

    /** Which attribute path feeds which Marketo field. */
    public record Mapping(String source, String target, TooLong tooLong) implements Serializable {

        public Mapping(String source, String target) {
            this(source, target, TooLong.REFUSE);
        }

        /** What becomes of a text that does not fit into its field. */
        public enum TooLong {
            /** The field is left as it is, and an outcome says so. */
            REFUSE,
            TRUNCATE
        }
    }

    /** The same under another policy. */
    public Instance under(LeadPolicy other) {
        return with(other, ingestion);
    }

    /** The same with additions by the Data Ingestion API that answers there; null for REST. */
    public Instance ingesting(String endpointOfIngestion) {
        return with(policy, endpointOfIngestion);
    }

    public boolean ingests() {
        return ingestion != null;
    }

    private Instance with(LeadPolicy itsPolicy, String itsIngestion) {
        return new Instance(
                munchkinId,
                name,
                endpoint,
                clientId,
                clientSecret,
                personCreation,
                lookup,
                duplicates,
                mapping,
                leadPartition,
                limits,
                itsPolicy,
                itsIngestion);
    }

    public boolean creates() {
        return personCreation == PersonCreation.MATCH_AND_CREATE;
    }

    /**
     * Whether people are looked for before one is created: under all names that leads go by, and
     * for the flag that only a look-up tells.
     */
    public boolean looksFirst() {
        return lookup.size() > 1 || policy.respectUnsubscribed();
    }

    /** Whether an address says all that leads are known by: an import needs no more. */
    public boolean knowsByEmailAlone() {
        return lookup.size() == 1 && lookup.get(0).field().equals(EMAIL);
    }
}
