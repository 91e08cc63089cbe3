package io.rollcall.sandbox.marketo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lead fields of one subscription: standard ones and its own. */
public final class FieldTable {
    private static final List<Field> STANDARD =
            List.of(
                    Field.system("id", "Id", "integer").findable(),
                    Field.standard("email", "Email Address", "email").findable(),
                    Field.standard("firstName", "First Name", "string"),
                    Field.standard("lastName", "Last Name", "string"),
                    Field.standard("title", "Job Title", "string"),
                    Field.standard("phone", "Phone Number", "phone"),
                    Field.standard("city", "City", "string"),
                    Field.standard("country", "Country", "string"),
                    Field.standard("dateOfBirth", "Date of Birth", "date"),
                    Field.standard("unsubscribed", "Unsubscribed", "boolean"),
                    Field.standard("unsubscribedReason", "Unsubscribed Reason", "string"),
                    Field.standard("leadScore", "Lead Score", "integer"),
                    Field.company("company", "Company Name", "string"),
                    Field.company("industry", "Industry", "string"),
                    Field.company("annualRevenue", "Annual Revenue", "currency"),
                    Field.company("numberOfEmployees", "Num Employees", "integer"),
                    Field.system("leadPartitionId", "Lead Partition Id", "integer"),
                    Field.system("createdAt", "Created At", "datetime"),
                    Field.system("updatedAt", "Updated At", "datetime"));

    /** Documented filter types that this subscription has no data for. */
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "cookies",
                    "leadPartitionId",
                    "facebookId",
                    "linkedInId",
                    "twitterId",
                    "sfdcAccountId",
                    "sfdcContactId",
                    "sfdcLeadId",
                    "sfdcLeadOwnerId",
                    "sfdcOpptyId");

    private final Map<String, Field> fields = new LinkedHashMap<>();

    FieldTable(List<Field> custom) {
        STANDARD.forEach(field -> fields.put(field.name(), field));
        custom.forEach(field -> fields.put(field.name(), field));
    }

    public Collection<Field> all() {
        return fields.values();
    }

    public Optional<Field> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    public Field get(String name) throws Refusal {
        return find(name).orElseThrow(() -> Refusal.noField(name));
    }

    /** Takes out what an update leaves alone. */
    public void keepUpdates(Map<String, Object> values) {
        values.keySet().removeIf(name -> fields.get(name).access() == Field.Access.ON_CREATION);
    }

    /** The field that a filterType names, if leads can be found by it. */
    public Field searchable(String name) throws Refusal {
        if (ELSEWHERE.contains(name)) {
            throw new Refusal("1035", "Unsupported filter type '" + name + "'");
        }
        Field field = get(name);
        if (!field.searchable()) {
            throw new Refusal("1011", "Field '" + name + "' not supported");
        }
        return field;
    }
}
