package io.rollcall.tools.plan;

import io.rollcall.activation.Instance;
import io.rollcall.report.LeadField;
import io.rollcall.report.Report;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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
        fields();
        if (instance.leadPartition() != null) {
            partition();
        }
        findings.note(
                "rights to change people and lists cannot be checked by reading; the API user's"
                        + " role needs Read-Write Person and Read-Write Assets");
        return true;
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

    private void fields() {
        Report described = marketo.describe(instance);
        if (findings.succeeded("Describe", described)) {
            Set<String> lookups =
                    instance.lookup().stream()
                            .map(lookup -> lookup.field().toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet());
            described
                    .setUp()
                    .fields()
                    .forEach(f -> field(f, lookups.contains(f.name().toLowerCase(Locale.ROOT))));
        }
    }

    private void field(LeadField field, boolean lookup) {
        String wanted = lookup ? "searchable" : "writable";
        boolean fits = field.exists() && (lookup ? field.searchable() : field.writable());
        if (fits) {
            findings.ok("field " + field.name() + " (" + field.dataType() + "): " + wanted);
            return;
        }
        String what = field.exists() ? "not " + wanted : "no such field";
        String instead =
                field.instead().isEmpty() ? "" : "; use " + String.join(" or ", field.instead());
        findings.fault("field " + field.name() + ": " + what + instead);
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
