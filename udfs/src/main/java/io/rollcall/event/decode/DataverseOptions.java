package io.rollcall.event.decode;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How rows of Dynamics 365 become memberships: the namespace of row ids, the audiences that a
 * column decides, those of marketing lists (by the list's id, in lower case), which column is which
 * attribute, the columns of opt-outs, what a deletion means, and the tables that a source of this
 * job reads anyway.
 */
public record DataverseOptions(
        String idNamespace,
        List<ColumnAudience> audiences,
        Map<String, String> lists,
        Map<Column, String> fields,
        List<String> optOuts,
        boolean deletedLeave,
        Set<String> fetched)
        implements Serializable {

    /** Where opt-outs are kept. A path of its own: "Allow", the default, must undo no other no. */
    public static final String OPT_OUT_PATH = "consents.dynamics.email.val";

    public static final String CONTACT = "contact";
    public static final String LEAD = "lead";
    public static final Set<String> TABLES = Set.of(CONTACT, LEAD);

    public DataverseOptions {
        audiences = List.copyOf(audiences);
        lists = Map.copyOf(lists);
        fields = Map.copyOf(fields);
        optOuts = List.copyOf(optOuts);
        fetched = Set.copyOf(fetched);
    }

    public DataverseOptions withFetched(Set<String> tables) {
        return new DataverseOptions(
                idNamespace, audiences, lists, fields, optOuts, deletedLeave, tables);
    }

    /** Who is in by a Yes/No column of a table, null for any table of people. */
    public record ColumnAudience(String audience, Column column, Rule rule)
            implements Serializable {}

    public enum Rule {
        /**
         * As Marketo's native sync has it: empty is a Yes, only an explicit No keeps people out.
         */
        UNLESS_NO,
        /** Only an explicit Yes lets them in. */
        ONLY_YES
    }

    /** A column by its logical name; {@code table} is null where it stands in all of them. */
    public record Column(String table, String name) implements Serializable {

        private static final String VALUE = "_value";

        /** {@code name}, {@code table.name}, or a lookup as the Web API names it. */
        public static Column of(String text) {
            int dot = text.indexOf('.');
            String name = text.substring(dot + 1);
            return new Column(dot < 0 ? null : text.substring(0, dot), name);
        }

        public boolean isIn(String other) {
            return table == null || table.equals(other);
        }

        /** The logical name: {@code _parentcustomerid_value} is the Web API's for a reference. */
        public String logicalName() {
            return logicalName(name);
        }

        static String logicalName(String name) {
            boolean reference =
                    name.startsWith("_")
                            && name.endsWith(VALUE)
                            && name.length() > 1 + VALUE.length();
            return reference ? name.substring(1, name.length() - VALUE.length()) : name;
        }
    }
}
