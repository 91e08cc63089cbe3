package io.rollcall.simulation;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds the lists against what was said, human by human; strict wherever anybody could know. */
final class Audit {

    private final Scene scene;
    private final Map<Long, TreeSet<Long>> before;
    private final Set<String> erased;
    private final List<String> problems;

    Audit(Scene scene, Map<Long, TreeSet<Long>> before, Set<String> erased, List<String> problems) {
        this.scene = scene;
        this.before = before;
        this.erased = erased;
        this.problems = problems;
    }

    void of(Human human) {
        Set<String> rows = rows(human);
        // A lead that both went by may be gone: what it linked is forgotten under either name.
        boolean asked = scene.forgottenAt(rows) > 0;
        boolean one = rows.size() < 2 || human.moved || asked || haveOneLead(human);
        if (one || rows.stream().anyMatch(row -> saysTwoNames(row) && asserts(row))) {
            check(human, rows, leads(human, rows));
        } else if (rows.stream().noneMatch(this::saysTwoNames)) {
            rows.forEach(row -> check(human, Set.of(row), leadsOf(human, row)));
        }
        // Nobody passes names on for their own sake: whether they were told is left to chance.
    }

    private Set<String> rows(Human human) {
        return scene.arrived.stream()
                .map(AudienceEvent::person)
                .filter(human::is)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Long> leads(Human human) {
        return scene.marketo.leads.entrySet().stream()
                .filter(entry -> human.is(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Two leads that nothing links are two people, whoever went by both names once. */
    private List<Long> leads(Human human, Set<String> rows) {
        if (human.moved) {
            return leads(human).stream().filter(lead -> everHadAName(lead, rows)).toList();
        }
        if (rows.size() != 1) {
            return leads(human);
        }
        List<Long> own = leadsOf(human, rows.iterator().next());
        return own.isEmpty() ? leads(human).stream().filter(l -> isNamed(l, rows)).toList() : own;
    }

    private boolean isNamed(long lead, Set<String> rows) {
        return said(rows).stream().anyMatch(scene.marketo.leads.get(lead).identities()::contains);
    }

    /** A lead whose address was changed before any answer held the old one is a stranger's. */
    private boolean everHadAName(long lead, Set<String> rows) {
        return isNamed(lead, rows) || scene.topic.hasNamed(lead, said(rows));
    }

    /** Of whom was forgotten and never heard again, what was named later is nobody's any more. */
    private Set<Identity> said(Set<String> rows) {
        boolean forgotten = rows.stream().allMatch(scene::isForgotten);
        long until = forgotten ? scene.forgottenAt(rows) : Long.MAX_VALUE;
        return scene.of(rows).stream()
                .filter(event -> event.at() <= until)
                .flatMap(event -> event.identities().stream())
                .collect(Collectors.toSet());
    }

    private List<Long> leadsOf(Human human, String row) {
        return leads(human).stream()
                .filter(
                        lead ->
                                scene.marketo.leads.get(lead).identities().stream()
                                        .anyMatch(identity -> identity.key().equals(row)))
                .toList();
    }

    private boolean haveOneLead(Human human) {
        return leads(human).stream()
                .anyMatch(lead -> scene.marketo.leads.get(lead).identities().size() > 1);
    }

    private boolean saysTwoNames(String row) {
        long since = scene.forgottenAt(row);
        return scene.of(Set.of(row)).stream()
                .anyMatch(event -> event.identities().size() > 1 && event.at() > since);
    }

    private boolean asserts(String row) {
        return scene.of(Set.of(row)).stream().anyMatch(event -> !event.assertions().isEmpty());
    }

    private void check(Human human, Set<String> rows, List<Long> leads) {
        for (long list : Scene.LISTS) {
            Scene.Expected expected = expected(human, rows, leads, list);
            if (expected != null) {
                check(human, expected, leads, list);
            }
        }
        boolean untold = human.touched || scene.forgottenAt(rows) > 0;
        if (scene.maps && rows.size() == 1 && leads.size() == 1 && !untold) {
            firstName(human, rows, leads.get(0));
        }
    }

    /** Null where nobody could know, or where several leads and several names met. */
    private Scene.Expected expected(Human human, Set<String> rows, List<Long> leads, long list) {
        Set<Scene.Expected> possible = new HashSet<>();
        boolean asked = scene.forgottenAt(rows) > 0;
        if (rows.size() > 1 && (leads.size() > 1 || asked)) {
            rows.forEach(row -> possible.add(scene.expected(Set.of(row), list)));
            // Which names a request reached depends on what was linked by then.
            possible.add(scene.expected(rows, list, false));
            // Who was told of each other pools consent: an older refusal ends for both.
            possible.add(scene.expected(rows, list));
        } else {
            unsure(human, rows).forEach(some -> possible.add(scene.expected(some, list)));
        }
        if (possible.equals(Set.of(Scene.Expected.ON)) && rows.size() > 1) {
            // Names pool what they heard once a lead is known; until then a refusal stands.
            boolean oneWants =
                    rows.stream()
                            .anyMatch(r -> scene.expected(Set.of(r), list) == Scene.Expected.ON);
            return oneWants ? Scene.Expected.ON : null;
        }
        return possible.size() == 1 ? possible.iterator().next() : null;
    }

    /**
     * Of someone whose address changed in Marketo, a row that never wants in is never looked up,
     * and so perhaps nobody knows whose it is. A row whose own lead was deleted goes by that one
     * until a call or a read tells it.
     */
    private List<Set<String>> unsure(Human human, Set<String> rows) {
        List<Set<String>> all = new ArrayList<>(List.of(new TreeSet<>(rows)));
        for (String row : rows) {
            boolean unknown = human.moved && (!wantsIn(row) || !isFound(row));
            if (unknown || rows.size() > 1 && goesByADeletedLead(row)) {
                for (Set<String> some : List.copyOf(all)) {
                    Set<String> without = new TreeSet<>(some);
                    without.remove(row);
                    all.add(without);
                }
            }
        }
        return all;
    }

    private boolean goesByADeletedLead(String row) {
        long lead = scene.topic.lastLead(row);
        return lead != 0 && !scene.marketo.leads.containsKey(lead);
    }

    private boolean isFound(String row) {
        return scene.of(Set.of(row)).stream()
                .flatMap(event -> event.identities().stream())
                .anyMatch(
                        identity ->
                                scene.marketo.leads.values().stream()
                                        .anyMatch(l -> l.identities().contains(identity)));
    }

    private boolean wantsIn(String row) {
        return Scene.LISTS.stream()
                .anyMatch(list -> scene.expected(Set.of(row), list) == Scene.Expected.ON);
    }

    private void check(Human human, Scene.Expected expected, List<Long> leads, long list) {
        TreeSet<Long> members = scene.marketo.lists.get(list);
        boolean on = leads.stream().anyMatch(members::contains);
        boolean was = leads.stream().anyMatch(before.get(list)::contains);
        boolean gone =
                erased.contains(human.ecid) || human.emails.stream().anyMatch(erased::contains);
        boolean nobody = leads.isEmpty() && (!scene.creates || gone || human.moved);
        switch (expected) {
            case ON -> {
                boolean untold =
                        human.touched && scene.marketo.ingestion.wasInVain(list)
                                || wasTakenOffUnawares(human, leads, list);
                if (!on && !nobody && !untold) {
                    problems.add(human + " should be on " + list);
                }
            }
            case OFF -> {
                if (on && !human.merged && !wasReadAsAnother(human, leads, list)) {
                    problems.add(human + " should not be on " + list + ", leads " + leads);
                }
            }
            case FORGOTTEN -> {
                if (!leads.isEmpty()) {
                    problems.add(human + " asked to be forgotten and is " + leads);
                }
            }
            case UNTOUCHED -> {
                if (on != was && !human.touched) {
                    problems.add(human + " " + list + " was touched though nothing was said");
                }
            }
            case EITHER -> {}
        }
    }

    /**
     * Nobody told a name that its own lead was merged away; it took off the list what was to it a
     * further lead, which another name owns. Or the other name took off its own lead, and nobody
     * told those who want in that this is all that the merge has left them.
     */
    private boolean wasTakenOffUnawares(Human human, List<Long> leads, long list) {
        boolean untold =
                rows(human).stream().filter(this::wantsIn).allMatch(this::goesByADeletedLead);
        return leads.stream()
                .map(lead -> scene.topic.lastRemover(lead, list))
                .anyMatch(remover -> remover != null && (untold || goesByADeletedLead(remover)));
    }

    /**
     * A read remembers by their address who is on the list. Whoever had another one by the time
     * they were first looked up was not there, until the next read. A name that no assertion came
     * under is never looked up, and so does not pass on what was read of it.
     */
    private boolean wasReadAsAnother(Human human, List<Long> leads, long list) {
        Set<String> asking = rows(human).stream().filter(this::asserts).collect(Collectors.toSet());
        return human.moved
                && leads.stream()
                        .filter(scene.marketo.lists.get(list)::contains)
                        .allMatch(lead -> scene.topic.wasReadAsAnother(lead, list, said(asking)));
    }

    private void firstName(Human human, Set<String> rows, long lead) {
        boolean on = Scene.LISTS.stream().anyMatch(l -> scene.marketo.lists.get(l).contains(lead));
        boolean wanted = rows.stream().anyMatch(this::wantsIn);
        String expected = scene.newestFirstName(rows);
        String is = scene.marketo.firstNames.get(lead);
        if (on && wanted && expected != null && !expected.equals(is)) {
            problems.add(human + " should be called " + expected + ", not " + is);
        }
    }
}
