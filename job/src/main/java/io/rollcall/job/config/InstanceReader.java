package io.rollcall.job.config;

import static io.rollcall.job.config.RollcallOptions.MARKETO_ENDPOINT;

import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.Lookup;
import io.rollcall.activation.Instance.Mapping;
import io.rollcall.activation.LeadPolicy;
import io.rollcall.activation.MarketingAction;
import io.rollcall.field.CompanyFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code instances}. */
final class InstanceReader {

    /** A page of a list names every identity of its leads, and has to fit into a Kafka record. */
    private static final int MAX_LOOKUPS = 4;

    private final Set<String> identities;
    private final JobParameters parameters;
    private final Once<String> names = new Once<>();
    private final Once<String> munchkinIds = new Once<>();

    InstanceReader(Set<String> identities, JobParameters parameters) {
        this.identities = identities;
        this.parameters = parameters;
    }

    List<Instance> read(List<Section> sections) {
        return sections.stream().map(this::read).toList();
    }

    private Instance read(Section section) {
        String munchkinId = munchkinId(section);
        List<Lookup> lookup = lookup(section);
        List<Mapping> mapping = mapping(section, lookup);
        section.text("recreate-deleted");
        return new Instance(
                munchkinId,
                name(section),
                endpoint(section, munchkinId),
                section.text("client-id"),
                section.text("client-secret"),
                section.choice("person-creation", Instance.PersonCreation.class),
                lookup,
                section.choice("duplicates", Instance.Duplicates.class),
                mapping,
                section.text("lead-partition"),
                new LimitsReader(parameters).read(section.section("limits")),
                policy(section, lookup, mapping),
                ingestion(section, munchkinId));
    }

    /** Null where additions go by REST. */
    private String ingestion(Section section, String munchkinId) {
        String own = section.text("ingestion-endpoint");
        if (section.choice("transport", Instance.Transport.class) != Instance.Transport.INGESTION) {
            if (own != null) {
                section.fault(
                        "ingestion-endpoint",
                        "nothing goes there by transport: rest; set transport: ingestion or leave"
                                + " this out");
            }
            return null;
        }
        String instead = parameters.get(MARKETO_ENDPOINT);
        if (instead != null) {
            return Endpoints.withoutSlash(instead) + "/" + munchkinId;
        }
        return own == null ? Endpoints.INGESTION : Endpoints.withoutSlash(own);
    }

    private static LeadPolicy policy(Section section, List<Lookup> lookup, List<Mapping> mapping) {
        return new LeadPolicy(
                section.choice("on-forgotten", LeadPolicy.OnForgotten.class),
                section.yes("respect-unsubscribed"),
                requiredFields(section, lookup, mapping),
                Governance.actions(section));
    }

    private static List<String> requiredFields(
            Section section, List<Lookup> lookup, List<Mapping> mapping) {
        List<String> fields = section.texts("required-fields", Rules.FIELD);
        for (String field : fields) {
            boolean fed =
                    lookup.stream().anyMatch(l -> field.equalsIgnoreCase(l.field()))
                            || mapping.stream().anyMatch(m -> field.equalsIgnoreCase(m.target()));
            if (!fed) {
                section.fault(
                        "required-fields",
                        "no mapping feeds "
                                + field
                                + ", so nobody could ever be created; add one or leave it out");
            }
        }
        return fields;
    }

    private String name(Section section) {
        String name = section.text("name");
        names.claim(name, section, "name", "%s has this name already; choose another");
        return name;
    }

    /** In upper case, as Marketo shows it: it is a key in state, and hosts match in any case. */
    private String munchkinId(Section section) {
        String text = section.text("munchkin-id");
        String munchkinId = text == null ? null : text.toUpperCase(Locale.ROOT);
        munchkinIds.claim(
                munchkinId,
                section,
                "munchkin-id",
                "%s is this subscription already; two would break its limits; leave one");
        return munchkinId;
    }

    private String endpoint(Section section, String munchkinId) {
        String own = section.text("endpoint");
        String instead = parameters.get(MARKETO_ENDPOINT);
        if (munchkinId == null) {
            return null;
        }
        if (instead != null) {
            return Endpoints.withoutSlash(instead) + "/" + munchkinId;
        }
        return own == null ? Endpoints.of(munchkinId) : Endpoints.withoutSlash(own);
    }

    private List<Lookup> lookup(Section section) {
        List<Lookup> lookup = new ArrayList<>();
        Once<String> namespaces = new Once<>();
        for (Map.Entry<String, Piece> entry : section.map("lookup").entrySet()) {
            String namespace = entry.getKey().toLowerCase(Locale.ROOT);
            if (!identities.contains(namespace)) {
                entry.getValue().fault("not in identities; add it there or leave this out");
            }
            namespaces.claim(namespace, section, "lookup", "a namespace twice, in any case");
            String field = entry.getValue().text(Rules.FIELD);
            if (field == null && entry.getValue().absent()) {
                entry.getValue().fault("missing; write " + Rules.FIELD.required());
            }
            lookup.add(new Lookup(namespace, field));
        }
        if (lookup.size() > MAX_LOOKUPS) {
            section.fault(
                    "lookup", "too many namespaces; use the " + MAX_LOOKUPS + " that match best");
        }
        return List.copyOf(lookup);
    }

    private static List<Mapping> mapping(Section section, List<Lookup> lookup) {
        Once<String> targets = new Once<>();
        Set<MarketingAction> actions = Governance.actions(section);
        section.sections("mapping").forEach(item -> Governance.check(item, actions));
        return section.sections("mapping").stream()
                .map(item -> mapping(item, lookup, targets))
                .toList();
    }

    /** Field names are compared in any case, as Marketo does. */
    private static Mapping mapping(Section item, List<Lookup> lookup, Once<String> targets) {
        String target = item.text("target");
        String plain = target == null ? null : target.toLowerCase(Locale.ROOT);
        targets.claim(plain, item, "target", "%s feeds this field already; leave one");
        if (lookup.stream().anyMatch(l -> l.field() != null && l.field().equalsIgnoreCase(plain))) {
            item.fault("target", "people are looked up by this field; it is not to be changed");
        }
        if (plain != null && CompanyFields.contains(plain)) {
            item.warn(
                    "target",
                    "a company field: Marketo takes it when a lead is created, and no update later");
        }
        return new Mapping(
                item.text("source"), target, item.choice("too-long", Mapping.TooLong.class));
    }
}
