/** The job: what runs where, wired to Kafka. */
package io.rollcall.job;
