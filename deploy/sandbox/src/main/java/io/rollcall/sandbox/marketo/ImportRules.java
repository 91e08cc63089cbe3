package io.rollcall.sandbox.marketo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one row of an import does: the rules of Sync Leads' createOrUpdate, or of its updateOnly
 * where the id is looked up. Two things differ. A value that its field cannot take is left out with
 * a warning, and a row sees what the rows before it have written.
 */
final class ImportRules {
    private final Subscription subscription;
    private final ImportOrder order;
    private final int key;

    ImportRules(Subscription subscription, ImportOrder order) {
        this.subscription = subscription;
        this.order = order;
        this.key = order.columns().indexOf(order.lookup());
    }

    /** The id of the lead that the row made or changed. */
    long take(List<String> row, List<String> warnings) throws Refusal {
        if (row.size() != order.columns().size()) {
            throw new Refusal("1003", "Number of values differs from the header's");
        }
        if (row.get(key).isBlank()) {
            throw new Refusal("1003", "Lookup field '" + order.lookup().name() + "' is blank");
        }
        Map<String, Object> values = values(row, warnings);
        List<Lead> matches = subscription.leads().find(order.lookup().name(), row.get(key));
        Long id = matches.isEmpty() ? null : matches.get(0).id();
        String email = (String) values.get("email");
        subscription.faults().onRecord(CallKind.IMPORT, order.listId(), id, email);
        return matches.isEmpty() ? created(values) : updated(matches, values);
    }

    /** An empty value says nothing; a wrong one is worth a warning, unless it says who is meant. */
    private Map<String, Object> values(List<String> row, List<String> warnings) throws Refusal {
        Map<String, Object> values = new HashMap<>();
        for (int at = 0; at < row.size(); at++) {
            Field field = order.columns().get(at);
            if (!row.get(at).isEmpty() && field.updateable()) {
                try {
                    values.put(field.name(), FieldValue.of(field, row.get(at)));
                } catch (Refusal unfit) {
                    warn(field, unfit, warnings);
                }
            }
        }
        return values;
    }

    private void warn(Field field, Refusal unfit, List<String> warnings) throws Refusal {
        if (field.equals(order.lookup()) || field.name().equals("email")) {
            throw unfit;
        }
        warnings.add(unfit.getMessage());
    }

    private long created(Map<String, Object> values) throws Refusal {
        if (order.lookup().name().equals("id")) {
            throw noLead();
        }
        String home = order.partition();
        return subscription
                .leads()
                .create(values, home == null ? subscription.partitions().get(0) : home)
                .id();
    }

    private long updated(List<Lead> matches, Map<String, Object> values) throws Refusal {
        if (matches.size() > 1) {
            throw new Refusal("1007", "Multiple lead match lookup criteria");
        }
        Lead lead = matches.get(0);
        if (order.partition() != null && !order.partition().equals(lead.partition())) {
            throw new Refusal("1010", "Partition update not allowed");
        }
        subscription.fields().keepUpdates(values);
        return subscription.leads().update(lead.id(), values).orElseThrow(ImportRules::noLead).id();
    }

    private static Refusal noLead() {
        return new Refusal("1004", "Lead not found");
    }
}
