package io.rollcall.job.config;

import static io.rollcall.job.config.YamlKey.NONE;
import static io.rollcall.job.config.YamlKey.REQUIRED;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Instance;
import java.util.List;
import java.util.stream.Stream;

/** The keys of an activation. */
final class ActivationKeys {

    private ActivationKeys() {}

    static Stream<YamlKey> all() {
        return Stream.of(activations(), lists(), brake()).flatMap(List::stream);
    }

    private static List<YamlKey> activations() {
        KeyGroup activation = new KeyGroup("activations[]");
        return List.of(
                activation.key(
                        "audience",
                        Rules.TEXT,
                        REQUIRED,
                        "The audience's id, exactly as events name it."),
                activation.key(
                        "namespace",
                        Rules.NAMESPACE,
                        NONE,
                        "The audience's namespace; without it the id matches in any."),
                activation.key("instance", Rules.NAME, REQUIRED, "The name of an instance."),
                activation.key("list", Rules.SECTION, REQUIRED, "The static list to keep in step."),
                activation.key(
                        "mode",
                        Rule.choice(Activation.Mode.class),
                        "mirror",
                        "mirror follows the audience both ways; with add-only people stay, unless"
                                + " consent takes them off."),
                activation.key(
                        "person-creation",
                        Rule.choice(Instance.PersonCreation.class),
                        NONE,
                        "match-only creates nobody for this list; without it as the instance has"
                                + " it."),
                activation.key(
                        "labels",
                        Rules.LIST,
                        NONE,
                        "The audience's usage labels, such as C2: denied where they deny a"
                                + " marketing action of the instance."),
                activation.key(
                        "initial-members",
                        Rule.choice(Activation.InitialMembers.class),
                        "keep",
                        "What becomes of people already on the list whom no event has named: they stay;"
                                + " the activation is held while there are any; they count as put"
                                + " there by the audience; or they leave, subject to the brake."),
                activation.key(
                        "start", Rules.INSTANT, NONE, "Nothing is sent before; empty: since ever."),
                activation.key(
                        "end", Rules.INSTANT, NONE, "Nothing is sent after; empty: for ever."),
                activation.key(
                        "at-end",
                        Rule.choice(Activation.AtEnd.class),
                        "freeze",
                        "What becomes of the list after the end: it stays as it is, or those leave whom"
                                + " the audience put there."),
                activation.key(
                        "consent",
                        Rules.SECTION,
                        NONE,
                        "Whom consent keeps off; without it nobody."),
                activation.key(
                        "brake",
                        Rules.SECTION,
                        NONE,
                        "How much of its list one cause may change at once (a new or changed"
                                + " activation, a start without state) before the activation is held"
                                + " until scripts/release."),
                activation.key(
                        "paused",
                        Rules.YES_OR_NO,
                        "false",
                        "Whether nothing is sent for now; afterwards only the difference is. Consent"
                                + " goes on taking people off."),
                activation.key(
                        "dry-run",
                        Rules.YES_OR_NO,
                        "false",
                        "Whether to say what would be done instead of doing it: people are looked up"
                                + " and the list is read, and the outcomes say `would-add` and"
                                + " `would-remove`."),
                activation.key(
                        "reconcile",
                        Rule.choice(Activation.Reconcile.class),
                        "lenient",
                        "What becomes of people whom Marketo does not know and who are not created:"
                                + " lenient keeps them and looks them up again after growing waits;"
                                + " strict counts them and leaves them until something is said of"
                                + " them again. `topics.unreconciled` names a topic of both."),
                activation.key(
                        "on-unmap",
                        Rule.choice(Activation.OnUnmap.class),
                        "keep",
                        "What becomes of the list's people when the activation goes or moves to"
                                + " another list; clear takes off whom the audience named."));
    }

    private static List<YamlKey> lists() {
        KeyGroup list = new KeyGroup("activations[].list");
        KeyGroup consent = new KeyGroup("activations[].consent");
        return List.of(
                list.key(
                        "id",
                        Rules.LIST_ID,
                        NONE,
                        "The number at the end of the list's URL: …#ST1001A1 → 1001. This or a name."),
                list.key(
                        "name",
                        Rules.TEXT,
                        NONE,
                        "The list's exact name instead of its id: looked up at the start, and created"
                                + " in its folder when missing. Outcomes tell the id that was found."),
                list.key(
                        "folder",
                        Rules.TEXT,
                        NONE,
                        "The name or the id of the folder the named list stands in; without folder and"
                                + " program a list is found anywhere and never created."),
                list.key(
                        "program",
                        Rules.TEXT,
                        NONE,
                        "The name or the id of the program it stands in, instead of a folder."),
                list.key(
                        "workspace",
                        Rules.TEXT,
                        NONE,
                        "The workspace of the named list and its folder, where names stand in several."),
                list.key(
                        "rename",
                        Rules.YES_OR_NO,
                        "false",
                        "Whether a new list.name renames the list of this audience, instead of asking"
                                + " for another one."),
                consent.key(
                        "attribute",
                        Rules.TEXT,
                        REQUIRED,
                        "The path of the consent, below consents, such as"
                                + " consents.marketing.email.val."),
                consent.key(
                        "rule",
                        Rule.choice(Activation.ConsentRule.class),
                        REQUIRED,
                        "opt-out: a no keeps people off; opt-in: only a yes lets them on."));
    }

    private static List<YamlKey> brake() {
        KeyGroup brake = new KeyGroup("activations[].brake");
        return List.of(
                brake.key(
                        "remove",
                        Rules.percent(0, 100),
                        "20%",
                        "The share of the list that may be removed at once."),
                brake.key(
                        "add",
                        Rules.percent(0, 999),
                        "50%",
                        "The share that may be added to a list of at-least people or more, counted"
                                + " as their leads become known."),
                brake.key("at-least", Rules.atLeast(0), "1000", "Smaller changes pass."));
    }
}
