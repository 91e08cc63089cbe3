/** The ends of the pipeline in Kafka. */
package io.rollcall.job.kafka;
