package io.rollcall.sandbox.marketo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lead database. Nothing here keeps two leads from sharing an e-mail: nor does Marketo. */
public final class Leads {
    /** The first lead's id. */
    public static final int FIRST = 1001;

    private final ShiftedClock clock;
    private final FieldTable fields;
    private final String partition;
    private final List<Lead> byId = new ArrayList<>();
    private final LeadIndex index;
    private int count;
    private int created;

    Leads(FieldTable fields, ShiftedClock clock, String partition) {
        this.partition = partition;
        this.fields = fields;
        this.clock = clock;
        this.index = new LeadIndex(fields.all());
    }

    public synchronized Lead create(Map<String, Object> values, String home) {
        long now = clock.millis();
        Lead lead = new Lead((long) FIRST + byId.size(), home, now, now, compact(values));
        byId.add(lead);
        index.add(lead);
        count++;
        created++;
        return lead;
    }

    public Lead create(String email) {
        return create(Map.of("email", email), partition);
    }

    /** Leads by the million: {@code pattern} holds one {@code %d}. They do not count as created. */
    public synchronized List<Long> generate(String pattern, int from, int howMany) {
        List<Long> ids = new ArrayList<>(howMany);
        for (int number = from; number < from + howMany; number++) {
            ids.add(create(pattern.replace("%d", Integer.toString(number))).id());
        }
        created -= howMany;
        return ids;
    }

    /** Empty if the lead is gone. A null value clears its field. */
    public synchronized Optional<Lead> update(long id, Map<String, Object> changes) {
        return get(id).map(old -> replace(old, old.with(merged(old, changes), clock.millis())));
    }

    private Lead replace(Lead old, Lead lead) {
        index.remove(old);
        byId.set((int) (old.id() - FIRST), lead);
        index.add(lead);
        return lead;
    }

    private static Map<String, Object> merged(Lead old, Map<String, Object> changes) {
        Map<String, Object> values = new HashMap<>(old.values());
        values.putAll(changes);
        return compact(values);
    }

    private static Map<String, Object> compact(Map<String, Object> values) {
        Map<String, Object> present = new HashMap<>(values);
        present.values().removeIf(value -> value == null);
        return Map.copyOf(present);
    }

    public synchronized Optional<Lead> get(long id) {
        long at = id - FIRST;
        return at < 0 || at >= byId.size()
                ? Optional.empty()
                : Optional.ofNullable(byId.get((int) at));
    }

    public synchronized boolean delete(long id) {
        Optional<Lead> lead = get(id);
        lead.ifPresent(
                gone -> {
                    index.remove(gone);
                    byId.set((int) (id - FIRST), null);
                    count--;
                });
        return lead.isPresent();
    }

    /** The loser is gone; the winner gets the values that it lacked. */
    synchronized void absorb(long winner, long loser) {
        Map<String, Object> values = new HashMap<>(get(loser).orElseThrow().values());
        values.keySet().removeAll(get(winner).orElseThrow().values().keySet());
        update(winner, values);
        delete(loser);
    }

    /** All leads with this value, oldest first. */
    public synchronized List<Lead> find(String field, String value) {
        if (field.equals("id")) {
            return number(value).flatMap(this::get).stream().toList();
        }
        if (!fields.find(field).map(Field::updateable).orElse(false)) {
            return List.of();
        }
        return index.find(field, value).stream().sorted().map(id -> get(id).orElseThrow()).toList();
    }

    public List<Lead> byEmail(String email) {
        return find("email", email);
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    public synchronized int count() {
        return count;
    }

    /** How many leads API calls and people at the admin page have made since the last reset. */
    public synchronized int created() {
        return created;
    }

    public synchronized void resetCreated() {
        created = 0;
    }

    /** E-mails that several leads share, with the leads' ids. */
    public synchronized Map<String, int[]> duplicates() {
        return index.shared("email");
    }

    public synchronized List<Lead> page(int offset, int size) {
        return byId.stream().filter(lead -> lead != null).skip(offset).limit(size).toList();
    }
}
