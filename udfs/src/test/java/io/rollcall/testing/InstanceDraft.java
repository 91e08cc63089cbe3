package io.rollcall.testing;

import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.Duplicates;
import io.rollcall.activation.Instance.Lookup;
import io.rollcall.activation.Instance.Mapping;
import io.rollcall.activation.Instance.PersonCreation;
import io.rollcall.activation.Limits;
import java.util.List;

/** An instance as a test needs it: whatever it does not say is as usual, or as in another one. */
public final class InstanceDraft {

    private final String munchkinId;
    private final String name;
    private String endpoint;
    private String clientId;
    private String clientSecret;
    private PersonCreation creation;
    private List<Lookup> lookup;
    private Duplicates duplicates;
    private List<Mapping> mapping;
    private String partition;
    private Limits limits;

    private InstanceDraft(Instance like) {
        munchkinId = like.munchkinId();
        name = like.name();
        endpoint = like.endpoint();
        clientId = like.clientId();
        clientSecret = like.clientSecret();
        creation = like.personCreation();
        lookup = like.lookup();
        duplicates = like.duplicates();
        mapping = like.mapping();
        partition = like.leadPartition();
        limits = like.limits();
    }

    public static InstanceDraft like(Instance other) {
        return new InstanceDraft(other);
    }

    /** One that creates nobody and finds people by their e-mail. */
    public static InstanceDraft usual() {
        return like(
                new Instance(
                        Example.INSTANCE,
                        "emea",
                        "http://127.0.0.1:9",
                        "env:ID",
                        "env:SECRET",
                        PersonCreation.MATCH_ONLY,
                        List.of(new Lookup("email", "email")),
                        Duplicates.MOST_RECENTLY_UPDATED,
                        List.of(),
                        null,
                        new Limits(8, 3, 25_000, 50_000, 10_000, 0.1, 10_000)));
    }

    public InstanceDraft at(String itsEndpoint) {
        endpoint = itsEndpoint;
        return this;
    }

    public InstanceDraft credentials(String itsClientId, String itsClientSecret) {
        clientId = itsClientId;
        clientSecret = itsClientSecret;
        return this;
    }

    public InstanceDraft creation(PersonCreation itsCreation) {
        creation = itsCreation;
        return this;
    }

    public InstanceDraft creating() {
        return creation(PersonCreation.MATCH_AND_CREATE);
    }

    public InstanceDraft lookup(Lookup... itsLookup) {
        lookup = List.of(itsLookup);
        return this;
    }

    public InstanceDraft lookup(String namespace, String field) {
        return lookup(new Lookup(namespace, field));
    }

    /** By e-mail first and by the ECID, which stands in this field. */
    public InstanceDraft ecid(String field) {
        return lookup(new Lookup("email", "email"), new Lookup("ecid", field));
    }

    public InstanceDraft duplicates(Duplicates itsDuplicates) {
        duplicates = itsDuplicates;
        return this;
    }

    public InstanceDraft mapping(Mapping... itsMapping) {
        mapping = List.of(itsMapping);
        return this;
    }

    public InstanceDraft mapping(String source, String target) {
        return mapping(new Mapping(source, target));
    }

    public InstanceDraft partition(String itsPartition) {
        partition = itsPartition;
        return this;
    }

    public InstanceDraft limits(Limits itsLimits) {
        limits = itsLimits;
        return this;
    }

    public Instance build() {
        return new Instance(
                munchkinId,
                name,
                endpoint,
                clientId,
                clientSecret,
                creation,
                lookup,
                duplicates,
                mapping,
                partition,
                limits);
    }
}
