/** What comes in: bytes from Kafka, decoded into events that name one person each. */
package io.rollcall.event;
