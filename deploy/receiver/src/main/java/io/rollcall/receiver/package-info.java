/** Takes what systems post over HTTP and answers once Kafka has it: a process of its own. */
package io.rollcall.receiver;
