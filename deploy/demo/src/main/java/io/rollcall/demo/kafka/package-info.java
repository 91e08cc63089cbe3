/** The demo's own ends in Kafka: what it feeds, and what it reads of the job's answers. */
package io.rollcall.demo.kafka;
