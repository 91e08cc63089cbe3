package io.rollcall.report;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A list, folder, program or lead partition of Marketo. {@code parent} is the folder or program a
 * list stands in, of which {@code parentType} tells; what is not known is null or 0.
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Asset(
        Type type, String name, long id, String workspace, Type parentType, long parent) {

    public enum Type {
        LIST,
        FOLDER,
        PROGRAM,
        PARTITION
    }

    public static Asset of(Type type, String name, long id, String workspace) {
        return new Asset(type, name, id, workspace, null, 0);
    }
}
