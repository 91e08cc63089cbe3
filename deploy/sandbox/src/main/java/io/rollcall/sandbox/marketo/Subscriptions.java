package io.rollcall.sandbox.marketo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** The subscriptions of one sandbox, by Munchkin id. */
public final class Subscriptions {
    private static final Pattern MUNCHKIN_ID = Pattern.compile("\\d{3}-[A-Z]{3}-\\d{3}");

    private final ImportPace importPace;
    private final Map<String, Subscription> byId = new ConcurrentSkipListMap<>();

    /** Subscriptions start with this pace of imports. */
    public Subscriptions(ImportPace importPace) {
        this.importPace = importPace;
    }

    public Optional<Subscription> find(String munchkinId) {
        return Optional.ofNullable(byId.get(munchkinId));
    }

    public synchronized Subscription create(SubscriptionSpec spec) {
        String id = String.valueOf(spec.munchkinId());
        if (!MUNCHKIN_ID.matcher(id).matches()) {
            throw new IllegalArgumentException("no Munchkin id like 123-ABC-456: " + id);
        }
        if (byId.containsKey(id)) {
            throw new IllegalArgumentException("subscription exists already: " + id);
        }
        Subscription subscription = new Subscription(spec);
        subscription.imports().pace(importPace);
        byId.put(id, subscription);
        return subscription;
    }

    public boolean remove(String munchkinId) {
        return byId.remove(munchkinId) != null;
    }

    public List<Subscription> all() {
        return List.copyOf(byId.values());
    }
}
