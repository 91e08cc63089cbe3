package io.rollcall.schedule;

import io.rollcall.activation.Activation;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.Locale;

/** How many people are on each list: a read counts them, and our own answers change the figure. */
final class ListSizes {

    private final BrakedLists lists;

    ListSizes(BrakedLists lists) {
        this.lists = lists;
    }

    /** A page of a read, which counts anew. */
    void page(Report end, boolean first) {
        Braked brake = lists.of(end.list());
        brake.counted = first ? 0 : brake.counted;
        brake.counted += end.members().stream().mapToLong(Member::lead).distinct().count();
        brake.counted += end.page().strangers();
        if (end.page().complete()) {
            brake.size = brake.counted;
            refuseStrangers(end.list(), brake);
        }
        lists.save(end.list());
    }

    /** Members on the pages of a read that is under way. */
    long counted(long list) {
        Braked brake = lists.known(list);
        return brake == null ? 0 : brake.counted;
    }

    private void refuseStrangers(long list, Braked brake) {
        if (lists.mustBeEmpty(list) && brake.size > 0 && !brake.accepted) {
            Activation activation = lists.activations().get(list);
            String words = "list %d holds %,d people that audience %s did not put there";
            String audience = activation.audience();
            lists.hold(activation, String.format(Locale.ROOT, words, list, brake.size, audience));
        }
    }

    /** An answer settled this wish. */
    void settled(Wish wish, MemberStatus status) {
        boolean added = status == MemberStatus.ADDED || status == MemberStatus.ACCEPTED;
        boolean changed = added || status == MemberStatus.REMOVED;
        Braked brake = changed ? lists.known(wish.list()) : null;
        if (brake == null || !brake.isRead()) {
            return;
        }
        brake.size = Math.max(0, brake.size + (added ? 1 : -1));
        if (wish.lane() == Lane.CLEARING) {
            brake.removed++;
        } else if (wish.lane() == Lane.BACKFILL) {
            brake.added++;
        }
        lists.save(wish.list());
    }
}
