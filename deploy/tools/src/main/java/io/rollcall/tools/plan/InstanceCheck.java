package io.rollcall.tools.plan;

import io.rollcall.activation.Instance;
import io.rollcall.report.LeadField;
import io.rollcall.report.Report;
import java.util.Locale;

/** Credentials, quota, fields and lead partition of one instance, in three calls. */
final class InstanceCheck {

    private final Marketo marketo;
    private final Findings findings;
    private final Instance instance;

    InstanceCheck(Marketo marketo, Findings findings, Instance instance) {
        this.marketo = marketo;
        this.findings = findings;
        this.instance = instance;
    }

    /** False when nothing more can be asked there. */
    boolean check() {
        findings.head("instance " + instance.name() + " (" + instance.munchkinId() + ")");
        Report usage = marketo.usage(instance);
        if (!findings.succeeded("credentials and quota", usage)) {
            return false;
        }
        quota(usage);
        boolean searchable = fields();
        if (instance.leadPartition() != null) {
            partition();
        }
        findings.note(
                "rights to change people and lists cannot be checked by reading; the API user's"
                        + " role needs Read-Write Person and Read-Write Assets");
        if (!searchable) {
            findings.note("its lists are not asked about until people can be looked up");
        }
        return searchable;
    }

    private void quota(Report usage) {
        long left = instance.limits().instanceCallsPerDay() - usage.usage().total();
        String words =
                String.format(
                        Locale.ROOT,
                        "credentials; today %,d of the subscription's %,d calls are used, %,d of"
                                + " them by this API user",
                        usage.usage().total(),
                        instance.limits().instanceCallsPerDay(),
                        usage.usage().own());
        if (left <= instance.limits().reserveForOthers()) {
            findings.note(words + "; only removals would go before midnight in Chicago");
        } else {
            findings.ok(words);
        }
    }

    /** Whether people can be looked up by what is configured. */
    private boolean fields() {
        Report described = marketo.describe(instance);
        if (!findings.succeeded("Describe", described)) {
            return false;
        }
        boolean searchable = true;
        for (LeadField field : described.setUp().fields()) {
            boolean lookup = isLookup(field);
            boolean fits = fits(field, lookup);
            searchable &= fits || !lookup;
        }
        return searchable;
    }

    private boolean isLookup(LeadField field) {
        return instance.lookup().stream()
                .anyMatch(lookup -> lookup.field().equalsIgnoreCase(field.name()));
    }

    private boolean fits(LeadField field, boolean lookup) {
        String wanted = lookup ? "searchable" : "writable";
        if (field.exists() && (lookup ? field.searchable() : field.writable())) {
            findings.ok("field " + field.name() + " (" + field.dataType() + "): " + wanted);
            return true;
        }
        String what = field.exists() ? "not " + wanted : "no such field";
        String instead =
                field.instead().isEmpty() ? "" : "; use " + String.join(" or ", field.instead());
        findings.fault("field " + field.name() + ": " + what + instead);
        return false;
    }

    private void partition() {
        Report partitions = marketo.partitions(instance);
        if (findings.succeeded("lead partition", partitions)) {
            boolean there =
                    partitions.setUp().found().stream()
                            .anyMatch(found -> found.name().equals(instance.leadPartition()));
            if (there) {
                findings.ok("lead partition " + instance.leadPartition());
            } else {
                findings.fault("lead partition " + instance.leadPartition() + ": there is none");
            }
        }
    }
}
