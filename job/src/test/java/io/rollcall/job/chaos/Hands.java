package io.rollcall.job.chaos;

import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What people do by hand in Marketo. Nobody is met twice, so that what each deed must lead to is
 * plain.
 */
final class Hands {

    private final Town town;
    private final Feed feed;
    private final SplittableRandom random;
    private final Set<String> met = new HashSet<>();

    /** Leads that somebody made who is not Rollcall, by subscription and e-mail. */
    private final Set<String> doubled = new HashSet<>();

    private final Map<String, Integer> made = new HashMap<>();

    Hands(Town town, Feed feed, SplittableRandom random) {
        this.town = town;
        this.feed = feed;
        this.random = random;
    }

    /** A person whom Rollcall has put on a list is deleted: gone for ever. */
    void delete() {
        for (Town.Target target : some(10)) {
            member(target)
                    .ifPresent(
                            lead -> {
                                town.erased.add(Town.key(target.marketo(), lead.email()));
                                target.marketo().delete(lead.id());
                            });
        }
    }

    /** Two leads of one address become one; it is the other one that stays, under its id. */
    void merge() {
        for (Town.Target target : some(10)) {
            member(target)
                    .ifPresent(
                            lead -> {
                                Lead other = made(target.marketo(), lead.email());
                                target.marketo().merge(other.id(), List.of(lead.id()));
                            });
        }
    }

    /** Somebody enters an address that Marketo has already. */
    void enterTwice() {
        for (Town.Target target : some(10)) {
            member(target)
                    .ifPresent(
                            lead -> {
                                made(target.marketo(), lead.email());
                                doubled.add(Town.key(target.marketo(), lead.email()));
                            });
        }
    }

    private Lead made(Subscription marketo, String email) {
        made.merge(marketo.munchkinId(), 1, Integer::sum);
        return marketo.leads().create(email);
    }

    /** How many leads of the subscription Rollcall did not make. */
    int made(Subscription marketo) {
        return made.getOrDefault(marketo.munchkinId(), 0);
    }

    /** Half of the people on a list are taken off, and as many who are not are put on. */
    void putOnAndOff(Town.Target target) {
        StaticList list = target.list();
        for (long id : list.members()) {
            if (random.nextBoolean()) {
                list.remove(id);
                target.marketo().leads().get(id).ifPresent(l -> target.before().remove(l.email()));
            }
        }
        for (int i = 0; i < Feed.PEOPLE + 10; i += 5) {
            target.marketo().leads().byEmail(Feed.email(i)).stream()
                    .findFirst()
                    .ifPresent(lead -> putOn(target, lead));
        }
    }

    /** Of whom something was said, that counts; the others stay. */
    private static void putOn(Town.Target target, Lead lead) {
        target.list().add(lead.id());
        target.before().add(lead.email());
    }

    /** Gone with its members, until it is given back. */
    Runnable deleteList() {
        List<Town.Target> all = town.handled();
        Town.Target target = all.get(random.nextInt(all.size()));
        target.marketo().lists().delete(target.list().id());
        return () -> giveBack(target);
    }

    private static void giveBack(Town.Target target) {
        StaticList list = target.list();
        list.members().stream()
                .filter(id -> target.marketo().leads().get(id).isEmpty())
                .toList()
                .forEach(list::remove);
        target.marketo().lists().restore(list);
    }

    boolean isDoubled(Subscription marketo, String email) {
        return doubled.contains(Town.key(marketo, email));
    }

    private List<Town.Target> some(int oneOf) {
        return town.handled().stream().filter(target -> random.nextInt(oneOf) == 0).toList();
    }

    /** Somebody on the list whom Rollcall put there and whom no hand has met. */
    private Optional<Lead> member(Town.Target target) {
        Optional<Lead> lead =
                target.list().members().stream()
                        .flatMap(id -> target.marketo().leads().get(id).stream())
                        .filter(one -> !target.before().contains(one.email()))
                        .filter(
                                one ->
                                        Boolean.TRUE.equals(
                                                feed.says(one.email(), target.audience())))
                        .filter(one -> !met.contains(Town.key(target.marketo(), one.email())))
                        .findFirst();
        lead.ifPresent(one -> met.add(Town.key(target.marketo(), one.email())));
        return lead;
    }
}
