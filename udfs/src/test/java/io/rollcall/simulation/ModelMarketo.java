package io.rollcall.simulation;

import io.rollcall.call.Call;
import io.rollcall.call.Sent;
import io.rollcall.event.Identity;
import io.rollcall.report.Asset;
import io.rollcall.report.CallKind;
import io.rollcall.report.ImportBatch;
import io.rollcall.report.LeadField;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.SetUp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Leads and lists, and what a call does to them; counts what the limits are about. */
final class ModelMarketo {

    static final int PAGE = 3;

    /** The id of the first list that is made. */
    static final long NAMED = 1002;

    private static final long FOLDER = 34;

    private final World world;
    final Map<Long, String> names = new TreeMap<>();
    int made;

    /** Whether an upsert that several leads match is refused, as Marketo does. */
    boolean refusesToChoose;

    final Map<Long, Lead> leads = new TreeMap<>();
    final Map<Long, TreeSet<Long>> lists = new TreeMap<>();
    final Map<String, Integer> created = new HashMap<>();
    final Map<Long, String> firstNames = new HashMap<>();
    private final Map<String, TreeSet<String>> accepted = new HashMap<>();
    final ArrayDeque<Long> arrivals = new ArrayDeque<>();
    int mostInWindow;
    int inFlight;
    int mostInFlight;
    int calls;
    private long nextLead = 1000;
    final ModelImports imports;
    final ModelIngestion ingestion;
    private final ModelExtracts extracts;

    ModelMarketo(World world) {
        this.world = world;
        this.imports = new ModelImports(world, this);
        this.ingestion = new ModelIngestion(world, this);
        this.extracts = new ModelExtracts(world, this);
    }

    /** The names that a lead goes by; null for none. */
    record Lead(String email, String ecid) {

        String value(String field) {
            return field.equals("email") ? email : ecid;
        }

        List<Identity> identities() {
            List<Identity> all = new ArrayList<>();
            if (email != null) {
                all.add(Identity.of("email", email));
            }
            if (ecid != null) {
                all.add(Identity.of("ecid", ecid));
            }
            return all;
        }
    }

    long create(String email, String ecid) {
        leads.put(nextLead, new Lead(email, ecid));
        return nextLead++;
    }

    void arrive() {
        calls++;
        arrivals.add(world.now());
        while (arrivals.peek() <= world.now() - 20_000) {
            arrivals.poll();
        }
        mostInWindow = Math.max(mostInWindow, arrivals.size());
        inFlight++;
        mostInFlight = Math.max(mostInFlight, inFlight);
    }

    List<Long> withEmail(String email) {
        return with("email", email);
    }

    List<Long> with(String field, String value) {
        List<Long> found = new ArrayList<>();
        leads.forEach(
                (id, lead) -> {
                    if (value.equals(lead.value(field))) {
                        found.add(id);
                    }
                });
        return found;
    }

    void delete(long lead) {
        leads.remove(lead);
        lists.values().forEach(members -> members.remove(lead));
    }

    /** The winner takes over the loser's lists. */
    void merge(long winner, long loser) {
        lists.values()
                .forEach(
                        members -> {
                            if (members.remove(loser)) {
                                members.add(winner);
                            }
                        });
        leads.remove(loser);
    }

    /** A merge by hand lets the winner keep whatever name the loser alone had. */
    void inherit(long winner, Lead loser) {
        Lead lead = leads.get(winner);
        leads.put(
                winner,
                new Lead(
                        lead.email() == null ? loser.email() : lead.email(),
                        lead.ecid() == null ? loser.ecid() : lead.ecid()));
    }

    void rename(long lead, String email) {
        leads.put(lead, new Lead(email, leads.get(lead).ecid()));
    }

    boolean mayStillCreate(Human human) {
        return Stream.concat(
                        accepted.values().stream().flatMap(TreeSet::stream),
                        imports.mayStillCreate())
                .anyMatch(value -> human.emails.contains(value) || value.equals(human.ecid));
    }

    /** Existence is looked at when a call comes in: concurrent upserts create twice. */
    Map<String, Long> known(Call call) {
        Map<String, Long> known = new HashMap<>();
        for (Sent sent : call.members()) {
            if (call.kind() == CallKind.UPSERT && sent.lead() == 0) {
                accepted.computeIfAbsent(call.id(), id -> new TreeSet<>()).add(sent.value());
            }
            if (sent.value() != null) {
                with(sent.field(), sent.value()).forEach(lead -> known.put(sent.value(), lead));
            }
        }
        return known;
    }

    /** What a call answers about its members once it has run. */
    record Answered(List<Member> members, ListPage page, SetUp setUp, ImportBatch batch) {

        Answered(List<Member> members, ListPage page, SetUp setUp) {
            this(members, page, setUp, null);
        }
    }

    Answered run(Call call, Map<String, Long> known) {
        List<Member> members = new ArrayList<>();
        accepted.remove(call.id());
        if (call.kind() == CallKind.READ) {
            return page(call);
        }
        if (call.kind().isExtract()) {
            return extracts.run(call);
        }
        if (call.kind().isImport()) {
            return new Answered(members, null, null, imports.run(call));
        }
        if (call.kind().isSetUp()) {
            return new Answered(members, null, setUp(call));
        }
        for (Sent sent : call.members()) {
            members.add(
                    switch (call.kind()) {
                        case ADD -> add(call.list(), sent);
                        case INGEST -> ingestion.accept(call.list(), sent);
                        case REMOVE -> remove(call.list(), sent);
                        case LOOKUP -> lookUp(sent);
                        case DELETE -> deletion(sent);
                        default -> upsert(sent, known);
                    });
        }
        return new Answered(members, null, null);
    }

    private SetUp setUp(Call call) {
        SetUp asked = call.setUp();
        return switch (call.kind()) {
            case DESCRIBE -> SetUp.described(List.of(field("email"), field("firstName")));
            case FOLDER_FIND -> asked.finding(List.of(asset(Asset.Type.FOLDER, FOLDER)));
            case LIST_CREATE -> asked.finding(List.of(make(asked.asked().name())));
            case LIST_FIND ->
                    asked.finding(
                            names.entrySet().stream()
                                    .filter(e -> e.getValue().equals(asked.asked().name()))
                                    .map(e -> asset(Asset.Type.LIST, e.getKey()))
                                    .toList());
            default -> asked;
        };
    }

    private static LeadField field(String name) {
        return new LeadField(name, "string", 255, true, true, List.of());
    }

    private static Asset asset(Asset.Type type, long id) {
        return new Asset(type, "silver", id, null, Asset.Type.FOLDER, FOLDER);
    }

    /** Nothing keeps two lists from sharing a name here: only we do. */
    private Asset make(String name) {
        long id = NAMED + made++;
        names.put(id, name);
        lists.putIfAbsent(id, new TreeSet<>());
        return asset(Asset.Type.LIST, id);
    }

    private Member add(long list, Sent sent) {
        if (!leads.containsKey(sent.lead())) {
            return sent.report(MemberStatus.SKIPPED, "1004");
        }
        lists.get(list).add(sent.lead());
        return sent.report(MemberStatus.ADDED, null);
    }

    private Member remove(long list, Sent sent) {
        if (!leads.containsKey(sent.lead())) {
            return sent.report(MemberStatus.SKIPPED, "1004");
        }
        return lists.get(list).remove(sent.lead())
                ? sent.report(MemberStatus.REMOVED, null)
                : sent.report(MemberStatus.SKIPPED, "1015");
    }

    private Member deletion(Sent sent) {
        if (!leads.containsKey(sent.lead())) {
            return sent.report(MemberStatus.SKIPPED, "1004");
        }
        delete(sent.lead());
        return sent.report(MemberStatus.DELETED, null);
    }

    private Member lookUp(Sent sent) {
        List<Long> found = with(sent.field(), sent.value());
        if (found.isEmpty()) {
            return sent.report(0, MemberStatus.NOT_FOUND, null);
        }
        long chosen = found.get(found.size() - 1);
        List<Long> others = new ArrayList<>(found);
        others.remove(chosen);
        return new Member(
                sent.person(),
                sent.field(),
                sent.valueHash(),
                chosen,
                MemberStatus.FOUND,
                null,
                others,
                leads.get(chosen).identities());
    }

    private Member upsert(Sent sent, Map<String, Long> known) {
        if (sent.lead() != 0) {
            if (!leads.containsKey(sent.lead())) {
                return sent.report(MemberStatus.SKIPPED, "1004");
            }
            write(sent.lead(), sent);
            return sent.report(MemberStatus.UPDATED, null);
        }
        if (refusesToChoose && with(sent.field(), sent.value()).size() > 1) {
            return sent.report(0, MemberStatus.SKIPPED, "1007");
        }
        Long there = known.get(sent.value());
        if (there != null && leads.containsKey(there)) {
            write(there, sent);
            return sent.report(there, MemberStatus.UPDATED, null);
        }
        created.merge(sent.value(), 1, Integer::sum);
        boolean byEmail = sent.field().equals("email");
        long lead = create(byEmail ? sent.value() : null, byEmail ? null : sent.value());
        write(lead, sent);
        return sent.report(lead, MemberStatus.CREATED, null);
    }

    private void write(long lead, Sent sent) {
        if (sent.values().containsKey("firstName")) {
            firstNames.put(lead, sent.values().get("firstName"));
        }
    }

    private Answered page(Call call) {
        long from = call.page().nextToken() == null ? 0 : Long.parseLong(call.page().nextToken());
        List<Member> members = new ArrayList<>();
        Long next = null;
        int shown = 0;
        for (long lead : lists.get(call.list()).tailSet(from)) {
            if (shown == PAGE) {
                next = lead;
                break;
            }
            List<Identity> identities = leads.get(lead).identities();
            identities.forEach(identity -> members.add(present(identity, lead, identities)));
            shown++;
        }
        String token = next == null ? null : next.toString();
        ListPage page = new ListPage(call.page().generation(), token, next == null, 0);
        return new Answered(members, page, null);
    }

    private static Member present(Identity identity, long lead, List<Identity> identities) {
        return new Member(
                identity.key(), null, 0, lead, MemberStatus.PRESENT, null, List.of(), identities);
    }
}
