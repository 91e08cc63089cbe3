package io.rollcall.job.config;

import static io.rollcall.job.config.YamlKey.NONE;
import static io.rollcall.job.config.YamlKey.REQUIRED;

import io.rollcall.activation.Instance;
import io.rollcall.activation.LeadPolicy;
import io.rollcall.activation.MarketingAction;
import java.util.List;
import java.util.stream.Stream;

/** The keys of a Marketo subscription. */
final class InstanceKeys {

    private InstanceKeys() {}

    static Stream<YamlKey> all() {
        return Stream.of(instances(), limits()).flatMap(List::stream);
    }

    private static List<YamlKey> instances() {
        KeyGroup instance = new KeyGroup("instances[]");
        KeyGroup mapping = new KeyGroup("instances[].mapping[]");
        return List.of(
                instance.key("name", Rules.NAME, REQUIRED, "What activations call it."),
                instance.key(
                        "munchkin-id",
                        Rules.MUNCHKIN_ID,
                        REQUIRED,
                        "Names the subscription in state and topics."),
                instance.key(
                        "endpoint",
                        Rules.ENDPOINT,
                        NONE,
                        "Where its REST API answers; without it `https://<munchkin-id>.mktorest.com`."),
                instance.key(
                        "client-id",
                        Rules.REFERENCE,
                        REQUIRED,
                        "The API user's client id, read where the caller runs."),
                instance.key(
                        "client-secret",
                        Rules.REFERENCE,
                        REQUIRED,
                        "Its secret. A file is read anew for every token, so it can be rotated."),
                instance.key(
                        "transport",
                        Rule.choice(Instance.Transport.class),
                        "rest",
                        "How known leads are added to lists: ingestion is the Data Ingestion API of"
                                + " Marketo's Performance Tier (docs/ingestion.md); all else goes by"
                                + " REST."),
                instance.key(
                        "ingestion-endpoint",
                        Rules.ENDPOINT,
                        NONE,
                        "Where the Data Ingestion API answers; without it"
                                + " `https://mkto-ingestion-api.adobe.io`."),
                instance.key(
                        "person-creation",
                        Rule.choice(Instance.PersonCreation.class),
                        "match-only",
                        "Whether people whom Marketo does not know are created."),
                instance.key(
                        "lookup",
                        Rules.FIELDS,
                        REQUIRED,
                        "`{namespace: field}`: the searchable Marketo field that holds an identity, such as"
                                + " email, a text field with the ECID or a hashed e-mail, or id for lead ids."),
                instance.key(
                        "duplicates",
                        Rule.choice(Instance.Duplicates.class),
                        "most-recently-updated",
                        "Which of several leads with one value is added and updated; skip adds none."),
                instance.key(
                        "mapping",
                        Rules.LIST,
                        NONE,
                        "Attributes that feed fields: a list of `{source: attribute path, target: field}`."
                                + " Checked against Marketo's Describe at every start."),
                mapping.key("source", Rules.TEXT, REQUIRED, "The attribute's path."),
                mapping.key("target", Rules.FIELD, REQUIRED, "The Marketo field."),
                mapping.key(
                        "too-long",
                        Rule.choice(Instance.Mapping.TooLong.class),
                        "refuse",
                        "What becomes of a text that does not fit: refuse leaves the field as"
                                + " it is and an outcome says so, truncate cuts it."),
                mapping.key(
                        "labels",
                        Rules.LIST,
                        NONE,
                        "The attribute's usage labels, such as C2; see `marketing-actions`."),
                instance.key(
                        "lead-partition",
                        Rules.TEXT,
                        NONE,
                        "The lead partition to create in and to look in: a lead that stands in another"
                                + " partition only is left alone, and an outcome says so."),
                instance.key(
                        "limits", Rules.SECTION, NONE, "What Rollcall may take of the instance."),
                instance.key(
                        "recreate-deleted",
                        Rule.choice(List.of("false")).later("true"),
                        "false",
                        "Whether a lead deleted in Marketo is created again."),
                instance.key(
                        "on-forgotten",
                        Rule.choice(LeadPolicy.OnForgotten.class),
                        "delete",
                        "What becomes of the lead of a person who asked to be forgotten: deleted in"
                                + " Marketo, or only removed from the lists kept here."),
                instance.key(
                        "respect-unsubscribed",
                        Rules.YES_OR_NO,
                        "false",
                        "Whether leads that are unsubscribed in Marketo are kept off, as if by"
                                + " consent. The flag is read with look-ups and list reads; who is"
                                + " kept off by it is looked up again after growing waits."),
                instance.key(
                        "required-fields",
                        Rules.LIST,
                        NONE,
                        "Fields without a value in which no lead is created: an outcome says so, and"
                                + " the person is looked for as under match-only."),
                instance.key(
                        "marketing-actions",
                        Rules.LIST,
                        NONE,
                        "What the subscription is used for, in the words of Experience Platform's"
                                + " governance: "
                                + String.join(", ", Rule.choice(MarketingAction.class).choices())
                                + ". Data whose `labels` deny one of them is refused."));
    }

    private static List<YamlKey> limits() {
        KeyGroup limits = new KeyGroup("instances[].limits");
        return List.of(
                limits.key(
                        "calls-per-20s",
                        Rules.whole(1, 100),
                        NONE,
                        "Calls in any 20 seconds; without it the job parameter `marketo.calls-per-20s`."),
                limits.key(
                        "max-in-flight",
                        Rules.whole(1, 10),
                        NONE,
                        "Calls at a time; without it the job parameter `marketo.max-in-flight`."),
                limits.key(
                        "calls-per-day",
                        Rules.atLeast(1),
                        NONE,
                        "Calls a day, counted as Marketo does from midnight in Chicago; without it the"
                                + " job parameter `marketo.calls-per-day`."),
                limits.key(
                        "instance-calls-per-day",
                        Rules.atLeast(1),
                        "50000",
                        "The daily quota of the whole subscription."),
                limits.key(
                        "reserve-for-others",
                        Rules.atLeast(0),
                        "10000",
                        "When only so many of the subscription's calls are left, only removals go."),
                limits.key(
                        "removals-share",
                        Rules.percent(1, 90),
                        "10%",
                        "The part of calls-per-day that only removals may use."),
                limits.key(
                        "creates-per-day",
                        Rules.atLeast(1),
                        "10000",
                        "People created a day at most."),
                limits.key(
                        "ingestion-per-day",
                        Rules.atLeast(1),
                        "10000000",
                        "People a day at most that are sent to the Data Ingestion API, of the"
                                + " 10 million that it takes from everybody."));
    }
}
