package io.rollcall.activation;

import java.io.Serializable;

/**
 * A static list named instead of numbered. {@code folder} is where it stands, by name or id, null
 * for anywhere: then it is found but never created. {@code program} says that the folder is a
 * program. {@code workspace} is null where names need none to be told apart. {@code rename} lets a
 * new name in the configuration rename the list instead of asking for another one.
 */
public record ListName(
        String name, String folder, boolean program, String workspace, boolean rename)
        implements Serializable {

    /** Names it among the lists of its instance, for people to read as well. */
    public String key() {
        String inside = folder == null ? "" : (program ? "program " : "folder ") + folder + " > ";
        return (workspace == null ? "" : "workspace " + workspace + " > ") + inside + name;
    }

    /** The id of the folder, 0 where it is named or missing. */
    public long folderId() {
        return folder != null && folder.matches("[1-9][0-9]{0,8}") ? Long.parseLong(folder) : 0;
    }
}
