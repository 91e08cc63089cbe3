package io.rollcall.demo.check;

/** A message that belongs to the dead letters. */
final class UnusableException extends Exception {

    UnusableException(String reason) {
        super(reason, null, false, false);
    }
}
