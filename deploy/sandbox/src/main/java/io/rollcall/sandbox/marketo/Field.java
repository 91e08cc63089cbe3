package io.rollcall.sandbox.marketo;

/** One field of the lead object, as Describe tells of it. */
public record Field(
        String name, String displayName, String dataType, boolean updateable, boolean searchable) {
    private static final int LENGTH = 255;

    static Field standard(String name, String displayName, String dataType) {
        return new Field(name, displayName, dataType, true, false);
    }

    static Field system(String name, String displayName, String dataType) {
        return new Field(name, displayName, dataType, false, false);
    }

    /** Custom fields of these types, and no others, can be searched. */
    public static Field custom(String name, String dataType) {
        boolean searchable =
                dataType.equals("string") || dataType.equals("email") || dataType.equals("integer");
        return new Field(name, name, dataType, true, searchable);
    }

    Field findable() {
        return new Field(name, displayName, dataType, updateable, true);
    }

    public boolean isText() {
        return dataType.equals("string") || dataType.equals("email") || dataType.equals("phone");
    }

    public int length() {
        return LENGTH;
    }
}
