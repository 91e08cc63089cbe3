package io.rollcall.sandbox.dataverse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an environment says of its application user, its tables and its processing steps. */
final class Directory {

    static final String USER = "99999999-0000-0000-0000-000000000000";
    private static final Pattern TABLE =
            Pattern.compile("EntityDefinitions\\(LogicalName='(\\w+)'\\)(/Attributes)?");

    private final Map<String, Table> tables;
    private final Dataverse.User user;

    Directory(Map<String, Table> tables, Dataverse.User user) {
        this.tables = tables;
        this.user = user;
    }

    /** Null where it knows no such resource. */
    ObjectNode answer(String resource) {
        Matcher table = TABLE.matcher(resource);
        if (table.matches()) {
            return table.group(2) == null
                    ? object().put("ChangeTrackingEnabled", find(table.group(1)).isTracked())
                    : attributes(find(table.group(1)));
        }
        return switch (resource) {
            case "WhoAmI" -> object().put("UserId", USER);
            case "systemusers(" + USER + ")" ->
                    object().put("systemuserid", USER)
                            .put("applicationid", user.applicationId())
                            .put("isdisabled", user.disabled());
            case "systemusers(" + USER + ")/systemuserroles_association" -> roles();
            case "sdkmessageprocessingsteps" -> steps();
            default -> null;
        };
    }

    private Table find(String name) {
        return Optional.ofNullable(tables.get(name))
                .orElseThrow(() -> new Refused(404, "0x80060888", "no such table: " + name));
    }

    private static ObjectNode attributes(Table table) {
        ObjectNode answer = object();
        ArrayNode values = answer.putArray("value");
        table.columns()
                .forEach(
                        column ->
                                values.addObject()
                                        .put(
                                                "LogicalName",
                                                column.replaceAll("^_(.*)_value$", "$1")));
        return answer;
    }

    private ObjectNode roles() {
        ObjectNode answer = object();
        ArrayNode values = answer.putArray("value");
        user.roles().forEach(role -> values.addObject().put("name", role));
        return answer;
    }

    private ObjectNode steps() {
        ObjectNode answer = object();
        ArrayNode values = answer.putArray("value");
        user.disabledSteps().forEach(step -> values.addObject().put("name", step));
        return answer;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
