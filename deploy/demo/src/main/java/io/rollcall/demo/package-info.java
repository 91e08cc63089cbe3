/** The demo: a story told through Kafka, and an independent judgement of what became of it. */
package io.rollcall.demo;
