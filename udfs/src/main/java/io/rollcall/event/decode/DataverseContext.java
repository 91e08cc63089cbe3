package io.rollcall.event.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A {@code RemoteExecutionContext}, as Dataverse posts it to Event Hubs, Service Bus and webhooks:
 * collections are arrays of keys and values.
 */
record DataverseContext(JsonNode message) {

    private static final Pattern GUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NONE = Pattern.compile("[0-]+");

    String request() throws RefusedException {
        return text("MessageName").toLowerCase(Locale.ROOT);
    }

    String table() throws RefusedException {
        return text("PrimaryEntityName").toLowerCase(Locale.ROOT);
    }

    private String text(String field) throws RefusedException {
        JsonNode value = message.path(field);
        if (!value.isTextual()) {
            throw Refusal.WRONG_TYPE.because();
        }
        return value.textValue();
    }

    /** Beyond the size limit it comes without parameters and images. */
    boolean isStripped() throws RefusedException {
        return items(message, "InputParameters").isEmpty()
                && items(message, "PreEntityImages").isEmpty()
                && items(message, "PostEntityImages").isEmpty();
    }

    /** Missing where there is none. */
    JsonNode parameter(String name) throws RefusedException {
        JsonNode parameters = items(message, "InputParameters");
        for (JsonNode pair : parameters) {
            if (pair.path("key").asText().equalsIgnoreCase(name)) {
                return pair.path("value");
            }
        }
        return message.path("");
    }

    /** The row the message is about. */
    String id() throws RefusedException {
        String primary = guidOrNull(message.path("PrimaryEntityId"));
        String target = primary == null ? guidOrNull(parameter("Target").path("Id")) : primary;
        if (target == null) {
            throw Refusal.NO_USABLE_IDENTITY.because();
        }
        return target;
    }

    DataverseRow row(long at) throws RefusedException {
        return new DataverseRow(table(), id(), columns(), at);
    }

    /**
     * Before, below what was changed, below after: an image leaves empty columns out, so that a
     * column that was emptied shows in the target alone. Images have names of the user's choice,
     * and the platform adds one of its own; they all tell of the same row.
     */
    DataverseColumns columns() throws RefusedException {
        DataverseColumns columns = new DataverseColumns(request().equals("create"));
        overlayImages(columns, "PreEntityImages");
        columns.overlay(parameter("Target"));
        overlayImages(columns, "PostEntityImages");
        return columns;
    }

    private void overlayImages(DataverseColumns columns, String images) throws RefusedException {
        for (JsonNode image : items(message, images)) {
            columns.overlay(image.path("value"));
        }
    }

    /**
     * When the row was changed, by the row itself and so in step with what the Web API says of it.
     * Never the image before: it holds the time of the change before.
     */
    long changedAt(Arrival arrival) throws RefusedException {
        DataverseColumns after = new DataverseColumns(false);
        after.overlay(parameter("Target"));
        overlayImages(after, "PostEntityImages");
        long modified = DataverseTime.millis(after.raw("modifiedon"));
        return modified > 0 ? modified : operatedAt(arrival);
    }

    /**
     * When the operation was queued. Dataverse has been seen to write local time there, hours ahead
     * of the truth; nothing happens later than its message arrives.
     */
    long operatedAt(Arrival arrival) throws RefusedException {
        long operated = DataverseTime.millis(message.path("OperationCreatedOn"));
        long arrived = arrival.origin().timestamp();
        return operated > 0 && (operated < arrived || arrived <= 0) ? operated : arrival.time();
    }

    static String guid(JsonNode node) throws RefusedException {
        String guid = guidOrNull(node);
        if (guid == null) {
            throw Refusal.NO_USABLE_IDENTITY.because();
        }
        return guid;
    }

    /** In lower case, without braces; null for none, which may be written as zeroes. */
    private static String guidOrNull(JsonNode node) throws RefusedException {
        String text = node.asText("").replaceAll("[{}]", "").toLowerCase(Locale.ROOT);
        if (text.isEmpty() || NONE.matcher(text).matches()) {
            return null;
        }
        if (!GUID.matcher(text).matches()) {
            throw Refusal.BAD_IDENTITY.because();
        }
        return text;
    }

    /** An empty array where there is none. */
    static JsonNode items(JsonNode node, String field) throws RefusedException {
        return array(node.path(field));
    }

    static JsonNode array(JsonNode items) throws RefusedException {
        if (items.isArray() || items.isMissingNode() || items.isNull()) {
            return items;
        }
        throw Refusal.WRONG_TYPE.because();
    }
}
