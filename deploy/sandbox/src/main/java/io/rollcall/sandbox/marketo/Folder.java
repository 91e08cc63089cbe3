package io.rollcall.sandbox.marketo;

/** A folder of Marketo's tree, or a program: static lists stand in either. */
public record Folder(long id, Type type, String name, String workspace, long createdAt) {
    public static final String DEFAULT_WORKSPACE = "Default";

    /** Ids of folders and of programs are counted apart. */
    public enum Type {
        FOLDER("Folder"),
        PROGRAM("Program");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    boolean is(Type wanted, long wantedId) {
        return type == wanted && id == wantedId;
    }
}
