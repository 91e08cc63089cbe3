package io.rollcall.tools.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.rollcall.call.AsyncHttp;
import io.rollcall.call.HttpAnswer;
import io.rollcall.event.decode.DataverseOptions.Column;
import io.rollcall.job.config.DataverseApi;
import io.rollcall.job.config.SourceConfig;
import io.rollcall.job.dataverse.DataverseClient;
import io.rollcall.job.dataverse.TableQuery;
import io.rollcall.secret.SecretReference;
import io.rollcall.secret.SecretUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The seven checks of Marketo's "Validate Sync", each by what stands for it here: an application
 * user instead of a password, columns and change tracking instead of a solution and its steps.
 */
final class DataverseCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SourceConfig source;
    private final DataverseApi api;
    private final Findings findings;
    private DataverseClient client;

    DataverseCheck(SourceConfig source, Findings findings) {
        this.source = source;
        this.api = source.dataverse().api();
        this.findings = findings;
    }

    void check() {
        findings.head("Dataverse " + URI.create(api.url()).getHost());
        try (DataverseClient opened =
                new DataverseClient(api, new AsyncHttp(), Clock.systemUTC())) {
            client = opened;
            if (url() && credentials()) {
                role();
                columns();
                steps();
                user();
            } else {
                findings.note("what follows of the seven checks needs these");
            }
        }
    }

    private boolean url() {
        HttpAnswer answer = client.knock().join();
        boolean there = answer.status() == 401 || answer.status() == 200;
        return tell(
                there,
                "1 URL: a Web API answers",
                "1 URL: no Web API there ("
                        + answer
                        + "); copy the environment's URL from the Power Platform admin center");
    }

    private boolean credentials() {
        HttpAnswer answer = client.get("WhoAmI").join();
        return tell(
                answer.status() != 0 && answer.status() != 401,
                "2 credentials: Entra gives a token for them",
                "2 credentials: no token ("
                        + answer
                        + "); compare tenant, client-id and client-secret with the app registration,"
                        + " and add its application user to the environment");
    }

    private void role() {
        String me = json("WhoAmI").path("UserId").asText();
        List<String> roles =
                names("systemusers(" + me + ")/systemuserroles_association?$select=name");
        List<String> unread = new ArrayList<>();
        for (String table : api.tables()) {
            HttpAnswer answer = client.get(table + "s?$select=" + table + "id&$top=1").join();
            if (answer.status() != 200) {
                unread.add(table + " (" + DataverseClient.detail(answer) + ")");
            }
        }
        tell(
                unread.isEmpty(),
                "3 role: "
                        + String.join(", ", roles)
                        + "; reads "
                        + String.join(", ", api.tables()),
                "3 role: cannot read "
                        + String.join(", ", unread)
                        + "; give the application user a security role with organisation-level read");
    }

    private void columns() {
        Set<String> missing = new TreeSet<>();
        for (String table : api.tables()) {
            Set<String> there =
                    values(definition(table) + "/Attributes?$select=LogicalName").stream()
                            .map(column -> column.path("LogicalName").asText())
                            .collect(Collectors.toSet());
            TableQuery.columns(table, source).stream()
                    .filter(column -> !there.contains(Column.of(column).logicalName()))
                    .forEach(column -> missing.add(table + "." + column));
        }
        tell(
                missing.isEmpty(),
                "4 columns: all that are configured are there (Marketo: the solution is installed)",
                "4 columns: there is no "
                        + String.join(", ", missing)
                        + "; create or correct them, new_synctomkto as a Yes/No column");
    }

    private void steps() {
        List<String> untracked =
                api.tables().stream()
                        .filter(
                                table ->
                                        !json(definition(table))
                                                .path("ChangeTrackingEnabled")
                                                .asBoolean())
                        .toList();
        List<String> disabled =
                names(
                        "sdkmessageprocessingsteps?$select=name&$filter=statecode%20eq%201%20and%20"
                                + "eventhandler_serviceendpoint/serviceendpointid%20ne%20null");
        tell(
                untracked.isEmpty() && disabled.isEmpty(),
                "5 steps: changes are tracked, and no step that sends messages is disabled",
                "5 steps: "
                        + (untracked.isEmpty()
                                ? ""
                                : "turn Track changes on for "
                                        + String.join(", ", untracked)
                                        + "; ")
                        + (disabled.isEmpty() ? "" : "enable " + String.join(", ", disabled)));
    }

    private void user() {
        String me = json("WhoAmI").path("UserId").asText();
        JsonNode user = json("systemusers(" + me + ")?$select=applicationid,isdisabled");
        String application = user.path("applicationid").asText("");
        tell(
                !application.isEmpty() && !user.path("isdisabled").asBoolean(),
                "6 user: an application user, enabled",
                "6 user: it is disabled or no application user; see Application users in the Power"
                        + " Platform admin center");
        tell(
                application.equalsIgnoreCase(clientId()),
                "7 user: it belongs to these credentials",
                "7 user: it belongs to another app registration than client-id");
    }

    private String clientId() {
        try {
            return new SecretReference(api.clientId()).resolve();
        } catch (SecretUnavailableException e) {
            return "";
        }
    }

    private static String definition(String table) {
        return "EntityDefinitions(LogicalName='" + table + "')";
    }

    private List<String> names(String path) {
        return values(path).stream().map(value -> value.path("name").asText()).toList();
    }

    private List<JsonNode> values(String path) {
        List<JsonNode> values = new ArrayList<>();
        json(path).path("value").forEach(values::add);
        return values;
    }

    private JsonNode json(String path) {
        HttpAnswer answer = client.get(path).join();
        try {
            return answer.status() == 200
                    ? JSON.readTree(answer.body())
                    : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private boolean tell(boolean well, String what, String whatToDo) {
        if (well) {
            findings.ok(what);
        } else {
            findings.fault(whatToDo);
        }
        return well;
    }
}
