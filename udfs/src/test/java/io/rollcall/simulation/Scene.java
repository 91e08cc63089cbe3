package io.rollcall.simulation;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Activation.Handling;
import io.rollcall.activation.Activation.InitialMembers;
import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.Brake;
import io.rollcall.activation.Instance;
import io.rollcall.activation.LeadPolicy;
import io.rollcall.activation.ListName;
import io.rollcall.event.Assertion;
import io.rollcall.event.Attribute;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import io.rollcall.event.Origin;
import io.rollcall.ledger.ForgetKey;
import io.rollcall.ledger.LedgerSettings;
import io.rollcall.schedule.ExtractSettings;
import io.rollcall.schedule.ImportSettings;
import io.rollcall.schedule.ProtocolRule;
import io.rollcall.schedule.SchedulerSettings;
import io.rollcall.testing.Example;
import io.rollcall.testing.InstanceDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The stage: who there is, what is activated, what was said, and the world around the job. */
final class Scene {

    private static final String CONSENT = "consents.marketing.email.val";
    private static final String FIRST_NAME = "firstName";

    /** Not yet the usual: about 3 of 10,000 such runs end wrong. */
    private static final boolean FORGETS_NAMES = Boolean.getBoolean("rollcall.forgets-names");

    static final long LONGEST_STAY = 90_000;
    static final String INSTANCE = "123-ABC-456";
    static final List<Long> LISTS = List.of(1001L, 1002L);
    private static final LedgerSettings LEDGER =
            new LedgerSettings(
                    List.of("email", "ecid"),
                    Duration.ofDays(90),
                    Duration.ofDays(1),
                    Duration.ofDays(90),
                    "rollcall");

    /** One each: runs are played side by side, and a Mac is one thread's. */
    final ForgetKey forgetKey = new ForgetKey("a key for tests");

    /** Of six people at most, in reports of two. */
    private static final ImportSettings FILES =
            new ImportSettings(2, 6, 2, 0, Duration.ofSeconds(1), Duration.ZERO);

    private static final LeadPolicy REMOVING =
            new LeadPolicy(LeadPolicy.OnForgotten.REMOVE, false, List.of(), Set.of());

    private static final ListName SILVER = new ListName("silver", "Audiences", false, null, false);

    final World world;
    final Set<ProtocolRule> rules;
    final Topic topic;
    final ModelMarketo marketo;
    final HttpModel http;
    final Instance instance;
    final ActivationSet activations;
    final boolean creates;
    final boolean maps;
    final boolean forgets;

    /** Whether the leads of who asks to be forgotten are ours to delete. */
    final boolean deletes;

    final Handling handling;

    /** Whether some people go by an ECID too, and addresses may change. */
    final boolean severalNames;

    /** One list is known by its name, and perhaps not there yet. */
    final boolean named;

    final boolean making;
    private final Activation.Mode mode;
    private final Activation.ConsentRule consent;
    final List<Human> people = new ArrayList<>();
    final List<AudienceEvent> arrived = new ArrayList<>();

    /** Whether additions may go as files, however few they are. */
    final boolean imports;

    /** Whether additions go by the Data Ingestion API. */
    final boolean ingests;

    private final ExtractSettings extracts;

    /** {@code pages} are read of a list before an extract is asked for, -1 for all of them. */
    Scene(World world, Set<ProtocolRule> rules, long kind, int pages) {
        this.imports = kind == 1;
        this.ingests = kind == 2;
        this.extracts =
                pages < 0
                        ? ExtractSettings.NEVER
                        : new ExtractSettings(2, pages, Duration.ofSeconds(5), 1_000_000);
        this.world = world;
        this.rules = rules;
        this.topic = new Topic(world);
        this.marketo = new ModelMarketo(world);
        marketo.refusesToChoose = imports;
        this.http = new HttpModel(world, marketo);
        this.creates = world.chance(0.5);
        this.maps = world.chance(0.3);
        this.severalNames = world.chance(0.5);
        this.forgets = world.chance(0.5) && (FORGETS_NAMES || !severalNames);
        this.deletes = world.chance(0.8);
        this.handling = handling();
        this.mode = world.chance(0.2) ? Activation.Mode.ADD_ONLY : Activation.Mode.MIRROR;
        this.consent = world.chance(0.4) ? Activation.ConsentRule.OPT_OUT : null;
        this.instance = instance();
        this.named = world.chance(0.3);
        this.making = named && world.chance(0.5);
        List<Activation> all = new ArrayList<>();
        for (long list : LISTS) {
            marketo.lists.put(list, new java.util.TreeSet<>());
            Activation byId =
                    new Activation(
                                    audience(list),
                                    null,
                                    INSTANCE,
                                    list,
                                    mode,
                                    0,
                                    0,
                                    consent == null ? null : CONSENT,
                                    consent)
                            .handled(handling);
            boolean byName = named && list == ModelMarketo.NAMED;
            all.add(byName ? byId.on(SILVER, 0) : byId);
        }
        if (named && !making) {
            marketo.names.put(ModelMarketo.NAMED, SILVER.name());
        }
        this.activations = new ActivationSet(all);
        people();
    }

    /** On lists so short nearly every brake stops something. */
    private Handling handling() {
        if (!world.chance(0.3)) {
            return Handling.USUAL;
        }
        InitialMembers initial = world.oneOf(List.of(InitialMembers.values()));
        return Handling.of(initial, null, new Brake(0.2, 0.5, world.between(0, 1)));
    }

    private Instance instance() {
        InstanceDraft draft = InstanceDraft.usual();
        if (creates) {
            draft.creating();
        }
        if (severalNames) {
            draft.ecid("ecidText");
        }
        if (maps) {
            draft.mapping(FIRST_NAME, FIRST_NAME);
        }
        return draft.build()
                .under(deletes ? LeadPolicy.USUAL : REMOVING)
                .ingesting(ingests ? "http://127.0.0.1" : null);
    }

    private void people() {
        int count = (int) world.between(1, 5);
        for (int i = 0; i < count; i++) {
            Human human = new Human(i, severalNames && world.chance(0.7));
            people.add(human);
            if (human.ecid != null && world.chance(0.15)) {
                onSomeLists(marketo.create(human.email(), null));
                onSomeLists(marketo.create(null, human.ecid));
                continue;
            }
            boolean told = world.chance(0.85);
            for (int leads = leads(); leads > 0; leads--) {
                onSomeLists(marketo.create(human.email(), told ? human.ecid : null));
            }
        }
    }

    private void onSomeLists(long lead) {
        for (var members : marketo.lists.values()) {
            if (world.chance(0.25)) {
                members.add(lead);
            }
        }
    }

    /** Most have one lead, some none, a few two. */
    private int leads() {
        double dice = world.random.nextDouble();
        return dice < 0.25 ? 0 : dice < 0.9 ? 1 : 2;
    }

    LedgerSettings ledgerSettings() {
        boolean holds = rules.contains(ProtocolRule.REMOVE_AGAIN);
        return LEDGER.fearingIngestionFor(holds ? ModelIngestion.RETRIES : Duration.ZERO);
    }

    SchedulerSettings schedulerSettings() {
        return new SchedulerSettings(
                "rollcall",
                Duration.ofMillis(250),
                Duration.ofSeconds(10),
                200,
                Example.PROBES,
                rules,
                imports ? FILES : ImportSettings.atMost(0),
                extracts);
    }

    static String audience(long list) {
        return "audience-" + list;
    }

    /** Says something new, or repeats or delays something old, of one person. */
    void someEvent() {
        if (!arrived.isEmpty() && world.chance(0.2)) {
            arrive(world.oneOf(arrived));
            return;
        }
        if (forgets && world.chance(0.15)) {
            forget();
            return;
        }
        long at = world.now() - (world.chance(0.2) ? world.between(0, 60_000) : 0);
        List<Identity> identities = names(world.oneOf(people));
        arrive(
                new AudienceEvent(
                        AudienceEvent.Kind.MEMBERSHIPS,
                        identities.get(0).key(),
                        world.now(),
                        identities,
                        assertions(at),
                        attributes(at),
                        new Origin("events", 0, arrived.size(), world.now())));
    }

    private List<Identity> names(Human human) {
        double dice = human.ecid == null ? 0 : world.random.nextDouble();
        if (dice < 0.4) {
            return List.of(human.byEmail(world));
        }
        return dice < 0.7 ? List.of(human.byEcid()) : List.of(human.byEmail(world), human.byEcid());
    }

    /** By either name, or by both. */
    private void forget() {
        List<Identity> identities = names(world.oneOf(people));
        arrive(
                new AudienceEvent(
                        AudienceEvent.Kind.FORGOTTEN,
                        identities.get(0).key(),
                        world.now() - (world.chance(0.2) ? world.between(0, 60_000) : 0),
                        identities,
                        List.of(),
                        List.of(),
                        new Origin("events", 0, arrived.size(), world.now())));
    }

    /** All topics are read again from their beginning. */
    void replayEverything() {
        if (forgets) {
            List.copyOf(arrived).forEach(this::arrive);
        }
    }

    /** Nothing was said of this person since they asked to be forgotten. */
    boolean isForgotten(String row) {
        long since = forgottenAt(row);
        return since > 0
                && of(Set.of(row)).stream()
                        .allMatch(
                                event ->
                                        event.assertions().stream().allMatch(a -> a.at() <= since)
                                                && event.attributes().stream()
                                                        .allMatch(a -> a.at() <= since));
    }

    /** When any of these names last was to be forgotten (epoch ms), 0 for never. */
    long forgottenAt(Set<String> rows) {
        return rows.stream().mapToLong(this::forgottenAt).max().orElse(0);
    }

    /**
     * By a request that names it, or by one under a name that was said together with it by then;
     * whether what else links two names was heard in time is left to chance.
     */
    long forgottenAt(String row) {
        long newest = 0;
        for (AudienceEvent request : arrived) {
            boolean later = request.kind() == AudienceEvent.Kind.FORGOTTEN && request.at() > newest;
            if (later && (names(request, row) || saidTogether(request, row))) {
                newest = request.at();
            }
        }
        return newest;
    }

    private boolean saidTogether(AudienceEvent request, String row) {
        return of(Set.of(request.person())).stream()
                .anyMatch(event -> event.at() <= request.at() && names(event, row));
    }

    private static boolean names(AudienceEvent event, String row) {
        return event.identities().stream().anyMatch(identity -> identity.key().equals(row));
    }

    private List<Assertion> assertions(long at) {
        if (world.chance(0.15)) {
            return List.of();
        }
        long until = world.chance(0.15) ? at + world.between(1, LONGEST_STAY) : 0;
        String audience = audience(world.oneOf(LISTS));
        return List.of(new Assertion("ups", audience, world.chance(0.55), at, until));
    }

    private List<Attribute> attributes(long at) {
        List<Attribute> attributes = new ArrayList<>();
        if (world.chance(0.15)) {
            attributes.add(new Attribute(CONSENT, world.chance(0.5) ? "n" : "y", at));
        }
        if (world.chance(0.3)) {
            attributes.add(new Attribute(FIRST_NAME, "name" + world.between(0, 3), at));
        }
        return attributes;
    }

    private void arrive(AudienceEvent event) {
        arrived.add(event);
        world.tell(
                () ->
                        "said: "
                                + event.person()
                                + " "
                                + event.identities().size()
                                + " "
                                + event.assertions()
                                + event.attributes());
    }

    /** What has to be at the end; nothing is said where another hand may have the last word. */
    enum Expected {
        ON,
        OFF,
        UNTOUCHED,
        /** Off every list, and no longer in Marketo. */
        FORGOTTEN,
        EITHER
    }

    /** Reads the events anew and shares no code with the ledger. */
    Expected expected(Set<String> rows, long list) {
        return expected(rows, list, true);
    }

    /** A request under one name counts for all of them, or each has its own. */
    Expected expected(Set<String> rows, long list, boolean askedAsOne) {
        long forgottenAt = forgottenAt(rows);
        Assertion newest = null;
        boolean cameAgain = false;
        for (AudienceEvent event : of(rows)) {
            long since = askedAsOne ? forgottenAt : forgottenAt(event.person());
            for (Assertion said : event.assertions()) {
                boolean counts = said.at() > since;
                cameAgain |= counts;
                if (counts && said.audience().equals(audience(list)) && beats(said, newest)) {
                    newest = said;
                }
            }
        }
        if (consent != null && "n".equals(newestValue(rows, CONSENT, askedAsOne))) {
            return Expected.OFF;
        }
        if (newest == null && forgottenAt > 0) {
            return cameAgain || !deletes ? Expected.OFF : Expected.FORGOTTEN;
        }
        if (newest == null && handling.initialMembers() == InitialMembers.REPLACE) {
            return Expected.OFF;
        }
        if (newest == null) {
            return onceRefused(rows) ? Expected.EITHER : Expected.UNTOUCHED;
        }
        boolean in = newest.in() && (newest.validUntil() == 0 || newest.validUntil() > world.now());
        if (in) {
            return Expected.ON;
        }
        return mode == Activation.Mode.MIRROR ? Expected.OFF : Expected.EITHER;
    }

    private boolean onceRefused(Set<String> rows) {
        return consent != null
                && of(rows).stream()
                        .flatMap(event -> event.attributes().stream())
                        .anyMatch(said -> said.path().equals(CONSENT) && "n".equals(said.value()));
    }

    private static boolean beats(Assertion said, Assertion newest) {
        if (newest == null || said.at() != newest.at()) {
            return newest == null || said.at() > newest.at();
        }
        if (said.in() != newest.in()) {
            return !said.in();
        }
        return said.validUntil() != 0
                && (newest.validUntil() == 0 || said.validUntil() < newest.validUntil());
    }

    List<AudienceEvent> of(Set<String> rows) {
        return arrived.stream().filter(event -> rows.contains(event.person())).toList();
    }

    String newestFirstName(Set<String> rows) {
        return newestValue(rows, FIRST_NAME, true);
    }

    private String newestValue(Set<String> rows, String path, boolean askedAsOne) {
        Attribute newest = null;
        for (AudienceEvent event : of(rows)) {
            long since = askedAsOne ? forgottenAt(rows) : forgottenAt(event.person());
            for (Attribute said : event.attributes()) {
                boolean counts = said.path().equals(path) && said.at() > since;
                if (counts && (newest == null || said.at() > newest.at())) {
                    newest = said;
                }
            }
        }
        return newest == null ? null : newest.value();
    }
}
