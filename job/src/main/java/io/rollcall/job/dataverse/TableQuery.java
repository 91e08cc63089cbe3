package io.rollcall.job.dataverse;

import io.rollcall.event.decode.DataverseOptions;
import io.rollcall.event.decode.DataverseOptions.Column;
import io.rollcall.job.config.DataverseApi;
import io.rollcall.job.config.SourceConfig;
import java.io.Serializable;
import java.util.Collection;
import java.util.TreeSet;

/**
 * What is asked of one table. {@code version} is another one whenever a new reading could say
 * something else: a delta link goes on with the columns that it was made with.
 */
public record TableQuery(String table, String firstLink, String version, double mayBeGone)
        implements Serializable {

    static TableQuery of(String table, SourceConfig source) {
        DataverseApi api = source.dataverse().api();
        String columns = String.join(",", columns(table, source));
        return new TableQuery(
                table,
                api.url() + "/api/data/v9.2/" + table + "s?$select=" + columns,
                columns + "|" + api.mayBeGone(),
                api.mayBeGone());
    }

    /** As the Web API names them, so that lookups stand as {@code _name_value}. */
    public static Collection<String> columns(String table, SourceConfig source) {
        DataverseOptions options = source.dataverse().options();
        TreeSet<String> columns = new TreeSet<>(options.optOuts());
        columns.add(table + "id");
        columns.add("modifiedon");
        source.identityPaths().values().forEach(columns::addAll);
        options.audiences().forEach(audience -> add(columns, table, audience.column()));
        options.fields().keySet().forEach(column -> add(columns, table, column));
        return columns;
    }

    private static void add(TreeSet<String> columns, String table, Column column) {
        if (column.isIn(table)) {
            columns.add(column.name());
        }
    }
}
