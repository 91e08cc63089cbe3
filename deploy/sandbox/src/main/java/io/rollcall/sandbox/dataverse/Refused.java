package io.rollcall.sandbox.dataverse;

/** An answer of the Web API that is an error. */
final class Refused extends RuntimeException {

    private final int status;
    private final String code;

    Refused(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
