package io.rollcall.sandbox.marketo;

/** Marketo says no: to a whole call where it is thrown, to one record where that is caught. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    public Refusal(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public static Refusal of(String code) {
        return new Refusal(code, ErrorCode.of(code).shortName());
    }

    public static Refusal noField(String name) {
        return new Refusal("1006", "Field '" + name + "' not found");
    }

    public static Refusal invalid(String field, Object value) {
        return new Refusal(
                "1003", "Invalid value for field '" + field + "' and value '" + value + "'");
    }

    public String code() {
        return code;
    }
}
