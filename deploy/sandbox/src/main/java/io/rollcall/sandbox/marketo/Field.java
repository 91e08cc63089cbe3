package io.rollcall.sandbox.marketo;

/** One field of the lead object, as Describe tells of it. */
public record Field(
        String name, String displayName, String dataType, boolean searchable, Access access) {
    private static final int LENGTH = 255;
    private static final int TEXT_LENGTH = 2000;

    /** What Sync Leads may do with a field. */
    public enum Access {
        WRITABLE,
        /** Company fields: taken when a lead is created, left alone afterwards. */
        ON_CREATION,
        READ_ONLY
    }

    static Field standard(String name, String displayName, String dataType) {
        return new Field(name, displayName, dataType, false, Access.WRITABLE);
    }

    static Field company(String name, String displayName, String dataType) {
        return new Field(name, displayName, dataType, false, Access.ON_CREATION);
    }

    static Field system(String name, String displayName, String dataType) {
        return new Field(name, displayName, dataType, false, Access.READ_ONLY);
    }

    /** Custom fields of these types, and no others, can be searched. */
    public static Field custom(String name, String dataType) {
        boolean searchable =
                dataType.equals("string") || dataType.equals("email") || dataType.equals("integer");
        return new Field(name, name, dataType, searchable, Access.WRITABLE);
    }

    Field findable() {
        return new Field(name, displayName, dataType, true, access);
    }

    public boolean updateable() {
        return access != Access.READ_ONLY;
    }

    public boolean isText() {
        return switch (dataType) {
            case "string", "email", "phone", "url", "text" -> true;
            default -> false;
        };
    }

    public int length() {
        return dataType.equals("text") ? TEXT_LENGTH : LENGTH;
    }
}
