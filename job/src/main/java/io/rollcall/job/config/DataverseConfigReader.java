package io.rollcall.job.config;

import io.rollcall.event.decode.DataverseOptions;
import io.rollcall.event.decode.DataverseOptions.Column;
import io.rollcall.event.decode.DataverseOptions.ColumnAudience;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.util.TimeUtils;

/** Reads {@code sources[].dataverse}. */
final class DataverseConfigReader {

    /** What Marketo's native sync brings too. */
    private static final Map<String, String> USUAL_FIELDS =
            Map.of(
                    "firstname", "firstName",
                    "lastname", "lastName",
                    "contact._parentcustomerid_value", "company",
                    "lead.companyname", "company");

    private static final List<String> USUAL_OPT_OUTS = List.of("donotbulkemail", "donotemail");
    private static final List<String> OF_THE_API =
            List.of(
                    "login",
                    "tenant",
                    "client-id",
                    "client-secret",
                    "tables",
                    "poll-interval",
                    "may-be-gone");

    private final Set<String> identities;

    DataverseConfigReader(Set<String> identities) {
        this.identities = identities;
    }

    /** Null for other formats. */
    DataverseConfig read(Section source, SourceConfig.Format format) {
        if (format != SourceConfig.Format.DATAVERSE) {
            if (source.has("dataverse") && format != null) {
                source.fault("dataverse", "only for format: dataverse; leave it out");
            }
            return null;
        }
        if (!source.has("dataverse")) {
            source.fault("dataverse", "missing; write audiences, lists or both");
        }
        return read(source, source.section("dataverse"));
    }

    private DataverseConfig read(Section source, Section section) {
        boolean fromApi = section.has("url");
        if (fromApi && (source.has("topic") || source.has("path"))) {
            section.fault("url", "beside a topic or a path; make two sources of it");
        }
        if (section.isThere() && !section.has("audiences") && !section.has("lists")) {
            section.fault("audiences", "missing; write audiences, lists or both");
        }
        if (fromApi && section.has("lists") && !section.has("audiences")) {
            section.fault(
                    "lists",
                    "who is on them is told by messages only; write audiences, or give them to a"
                            + " source with a topic");
        }
        if (!fromApi) {
            OF_THE_API.stream()
                    .filter(section::has)
                    .forEach(key -> section.fault(key, "only beside a url; leave it out"));
        }
        return new DataverseConfig(options(section), fromApi ? api(section) : null);
    }

    private DataverseOptions options(Section section) {
        return new DataverseOptions(
                idNamespace(section),
                section.sections("audiences").stream().map(this::audience).toList(),
                lists(section),
                fields(section),
                section.has("opt-outs") ? section.texts("opt-outs", Rules.COLUMN) : USUAL_OPT_OUTS,
                !"keep".equals(section.text("deleted")),
                Set.of());
    }

    /** Members of marketing lists, and deleted rows, are named by it alone. */
    private String idNamespace(Section section) {
        String text = section.text("id-namespace");
        String namespace = text == null ? "" : text.toLowerCase(Locale.ROOT);
        if (section.isThere() && !identities.stream().findFirst().equals(Optional.of(namespace))) {
            section.fault(
                    "id-namespace",
                    "write it first in identities: deletions and marketing lists name people by the"
                            + " row's id alone; nothing that other sources said changes by that");
        }
        return namespace;
    }

    private ColumnAudience audience(Section section) {
        String table = section.text("table");
        String field = section.text("field");
        return new ColumnAudience(
                section.text("audience"),
                new Column(table, field),
                section.choice("rule", DataverseOptions.Rule.class));
    }

    private static Map<String, String> lists(Section section) {
        Map<String, String> lists = new HashMap<>();
        section.map("lists")
                .forEach(
                        (id, piece) -> {
                            String audience = piece.text(Rules.TEXT);
                            if (!id.toLowerCase(Locale.ROOT).matches(Rules.GUID)) {
                                piece.fault(
                                        "the key is not the id of a marketing list; copy it from its URL");
                            } else if (audience == null) {
                                piece.fault("missing; write the audience that it feeds");
                            } else if (lists.put(id.toLowerCase(Locale.ROOT), audience) != null) {
                                piece.fault("the same list twice; leave one");
                            }
                        });
        return lists;
    }

    private static Map<Column, String> fields(Section section) {
        Map<Column, String> fields = new LinkedHashMap<>();
        if (!section.has("fields")) {
            USUAL_FIELDS.forEach((column, path) -> fields.put(Column.of(column), path));
        }
        section.map("fields")
                .forEach(
                        (name, piece) -> {
                            String path = piece.text(Rules.TEXT);
                            if (!Rules.COLUMN_OF_A_TABLE.accepts().test(name)) {
                                piece.fault("the key is not " + Rules.COLUMN_OF_A_TABLE.required());
                            } else if (path == null) {
                                piece.fault("missing; write the attribute that it feeds");
                            } else {
                                fields.put(Column.of(name), path);
                            }
                        });
        return fields;
    }

    private static DataverseApi api(Section section) {
        for (String key : List.of("tenant", "client-id", "client-secret")) {
            if (!section.has(key)) {
                section.fault(key, "missing; a url needs tenant, client-id and client-secret");
            }
        }
        String url = section.text("url");
        if (url != null && !Endpoints.origin(url).equals(Endpoints.withoutSlash(url))) {
            section.fault("url", "without a path: only https:// and the host");
        }
        String login = section.text("login");
        String every = section.text("poll-interval");
        return new DataverseApi(
                url == null ? "" : Endpoints.withoutSlash(url),
                login == null ? "" : Endpoints.withoutSlash(login),
                section.text("tenant"),
                section.text("client-id"),
                section.text("client-secret"),
                tables(section),
                every == null ? null : TimeUtils.parseDuration(every),
                section.share("may-be-gone"));
    }

    private static List<String> tables(Section section) {
        List<String> tables = new ArrayList<>(section.texts("tables", Rules.TABLE));
        return tables.isEmpty() ? List.of(DataverseOptions.CONTACT, DataverseOptions.LEAD) : tables;
    }
}
