package io.rollcall.event.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * Dynamics 365 as Dataverse tells it: {@code RemoteExecutionContext}s, and the rows that our own
 * source reads from the Web API, each as {@code {"table": …, "row": …}} or {@code {"table": …,
 * "deleted": id}}.
 */
final class DataverseReader implements ObjectReader {

    private static final String LIST_MEMBER = "listmember";

    private final DataverseOptions options;
    private final DataversePeople people;
    private final DataverseMembers members;
    private final DataverseTree tree;

    DataverseReader(DataverseOptions dataverse, DecoderOptions options) {
        this.options = dataverse;
        this.people = new DataversePeople(dataverse, options);
        this.members = new DataverseMembers(people);
        this.tree = new DataverseTree(people.columns());
    }

    @Override
    public void read(SteppingParser parser, Arrival arrival, Harvest harvest) throws IOException {
        JsonNode message = tree.read(parser);
        if (message.has("table")) {
            readRow(message, arrival, harvest);
        } else {
            readContext(new DataverseContext(message), arrival, harvest);
        }
    }

    private void readRow(JsonNode message, Arrival arrival, Harvest harvest)
            throws RefusedException {
        String table = message.path("table").asText();
        if (!DataverseOptions.TABLES.contains(table)) {
            harvest.passOver(DecodeMetric.IRRELEVANT);
            return;
        }
        if (message.has("deleted")) {
            String id = DataverseContext.guid(message.path("deleted"));
            DataverseColumns nothing = new DataverseColumns(false);
            harvest.add(people.deleted(new DataverseRow(table, id, nothing, 0), arrival));
            return;
        }
        DataverseColumns columns = new DataverseColumns(true);
        columns.overlayRow(message.path("row"));
        String id = DataverseContext.guid(message.path("row").path(table + "id"));
        boolean back = message.path("back").asBoolean();
        long modified = back ? 0 : DataverseTime.millis(columns.raw("modifiedon"));
        harvest.add(people.row(new DataverseRow(table, id, columns, modified), arrival));
    }

    private void readContext(DataverseContext context, Arrival arrival, Harvest harvest)
            throws RefusedException {
        switch (context.request()) {
            case "create", "update" -> readChange(context, arrival, harvest);
            case "delete" -> readDeletion(context, arrival, harvest);
            case "addmember", "addmemberlist", "addlistmembers", "addlistmemberslist" ->
                    members.message(context, true, arrival, harvest);
            case "removemember", "removememberlist" ->
                    members.message(context, false, arrival, harvest);
            default -> harvest.passOver(DecodeMetric.IRRELEVANT);
        }
    }

    private void readChange(DataverseContext context, Arrival arrival, Harvest harvest)
            throws RefusedException {
        if (context.table().equals(LIST_MEMBER)) {
            members.row(context, true, arrival, harvest);
        } else if (!DataverseOptions.TABLES.contains(context.table())) {
            harvest.passOver(DecodeMetric.IRRELEVANT);
        } else if (!context.isStripped()) {
            harvest.add(people.row(context.row(context.changedAt(arrival)), arrival));
        } else if (options.fetched().contains(context.table())) {
            harvest.passOver(DecodeMetric.LEFT_TO_SOURCE);
        } else {
            throw Refusal.STRIPPED.because();
        }
    }

    /**
     * A deletion says enough without its content. It counts from its arrival: an id never comes
     * back, and the operation's own time may lie hours behind that of the row's last change.
     */
    private void readDeletion(DataverseContext context, Arrival arrival, Harvest harvest)
            throws RefusedException {
        if (context.table().equals(LIST_MEMBER)) {
            members.row(context, false, arrival, harvest);
        } else if (!DataverseOptions.TABLES.contains(context.table())) {
            harvest.passOver(DecodeMetric.IRRELEVANT);
        } else {
            harvest.add(people.deleted(context.row(0), arrival));
        }
    }
}
