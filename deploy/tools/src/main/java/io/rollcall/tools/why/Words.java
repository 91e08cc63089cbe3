package io.rollcall.tools.why;

import io.rollcall.tools.topic.Event;

/** One outcome as a line for people. */
final class Words {

    private Words() {}

    static String of(Event event) {
        StringBuilder line = new StringBuilder();
        line.append(event.decidedAt()).append("  ").append(what(event));
        if (event.code() != null) {
            line.append(", code ").append(event.code());
        }
        if (event.reason() != null) {
            line.append(": ").append(event.reason());
        }
        if (event.callId() != null) {
            line.append(" (call ").append(event.callId()).append(')');
        }
        return line.toString();
    }

    private static String what(Event event) {
        String lead = event.lead() == 0 ? "" : " as lead " + event.lead();
        return switch (String.valueOf(event.status())) {
            case "applied" -> applied(event) + lead;
            case "unmatched" -> "looked up, not found";
            case "rejected" -> event.change() + " rejected";
            case "excluded" -> "excluded";
            case "held" -> "held";
            case "deferred" -> event.change() == null ? "put off" : event.change() + " put off";
            case "would-add" -> "dry run: would be added" + lead;
            case "would-remove" -> "dry run: would be removed" + lead;
            default -> event.change() + " " + event.status();
        };
    }

    private static String applied(Event event) {
        return switch (String.valueOf(event.change())) {
            case "add" -> "added to list " + event.list();
            case "remove" -> "removed from list " + event.list();
            case "lookup" -> "looked up, found";
            case "create" -> "created";
            case "update" -> "updated";
            default -> event.change() + " done";
        };
    }
}
