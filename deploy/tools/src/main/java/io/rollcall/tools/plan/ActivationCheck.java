package io.rollcall.tools.plan;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Instance;
import io.rollcall.event.Identity;
import io.rollcall.report.Asset;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import java.util.List;
import java.util.Locale;

/** What one activation would find and need. */
final class ActivationCheck {

    private final Marketo marketo;
    private final Findings findings;
    private final Instance instance;
    private final Estimator estimator;
    private final Activation activation;

    ActivationCheck(
            Marketo marketo, Findings findings, Estimator estimator, Activation activation) {
        this.marketo = marketo;
        this.findings = findings;
        this.instance = estimator.instance();
        this.estimator = estimator;
        this.activation = activation;
    }

    /** {@code pages} is how many calls may be spent on the list. */
    void check(List<Identity> sample, Audience audience, int pages) {
        String list =
                activation.named() == null
                        ? "list " + activation.list()
                        : "list " + activation.named().key();
        findings.head("activation " + activation.audience() + " → " + list);
        long id = activation.named() == null ? activation.list() : find();
        long onList = id == 0 ? 0 : members(id, audience, pages);
        consent();
        estimate(audience.size(), matchRate(sample), onList);
    }

    private void estimate(long size, double rate, long onList) {
        findings.note("an audience of " + estimator.firstExport(size, rate, onList).words());
        long files = estimator.filesForbidden(size);
        if (files > 0) {
            findings.note(
                    String.format(
                            Locale.ROOT,
                            "it would go as %,d files if limits.creates-per-day were %,d: everybody"
                                    + " in one counts, since Marketo does not say whom it created",
                            files,
                            size));
        }
        findings.note(
                "and if other lists have told the leads of all: "
                        + estimator.ofKnown(size, onList).words());
    }

    /** 0 when it is not there. */
    private long find() {
        if (!marketo.mayAsk()) {
            findings.note("not looked for: the calls are used up");
            return 0;
        }
        Report report = marketo.find(instance, activation.named());
        if (!findings.succeeded("list " + activation.named().key(), report)) {
            return 0;
        }
        List<Asset> found = report.setUp() == null ? List.of() : report.setUp().found();
        if (found.isEmpty()) {
            boolean made = activation.named().folder() != null;
            if (made) {
                findings.ok("the list is not there and would be created");
            } else {
                findings.fault("there is no such list, and no folder to create it in; name one");
            }
            return 0;
        }
        findings.ok("the list is there, its id is " + found.get(0).id());
        return found.get(0).id();
    }

    private long members(long list, Audience audience, int pages) {
        long count = 0;
        String token = null;
        for (int page = 0; page < pages && marketo.mayAsk(); page++) {
            Report report = marketo.page(instance, list, token);
            if (!findings.succeeded("list " + list, report)) {
                return 0;
            }
            count += report.members().stream().map(m -> m.lead()).distinct().count();
            count += report.page() == null ? 0 : report.page().strangers();
            if (report.page() == null || report.page().complete()) {
                findings.ok(String.format(Locale.ROOT, "the list holds %,d people now", count));
                return count;
            }
            token = report.page().nextToken();
        }
        findings.note(
                String.format(
                        Locale.ROOT,
                        "the list holds %,d people or more; no more of it was read, reckoned as if"
                                + " it held %,d (--listed)",
                        count,
                        audience.onList(count)));
        return audience.onList(count);
    }

    private void consent() {
        if (activation.consentPath() == null) {
            findings.note("nobody is excluded: there is no consent rule");
        }
    }

    /** 1 where nobody can be asked about: the most that it could cost. */
    private double matchRate(List<Identity> sample) {
        if (sample.isEmpty() || !marketo.mayAsk()) {
            findings.note("match rate not known; reckoned as if Marketo knew everybody");
            return 1;
        }
        String field =
                instance.lookup().stream()
                        .filter(l -> l.namespace().equals(sample.get(0).namespace()))
                        .map(Instance.Lookup::field)
                        .findFirst()
                        .orElseThrow();
        Report report = marketo.lookup(instance, field, sample);
        if (!findings.succeeded("look-up by " + field, report)) {
            return 1;
        }
        long found =
                report.members().stream()
                        .filter(member -> member.status() == MemberStatus.FOUND)
                        .count();
        findings.ok(
                String.format(
                        Locale.ROOT,
                        "Marketo knows %d of %d people sampled (%.1f %%)",
                        found,
                        sample.size(),
                        100.0 * found / sample.size()));
        return (double) found / sample.size();
    }
}
