/** The bytes that state and topics pin for ever: compact encodings and the hash of names. */
package io.rollcall.pack;
