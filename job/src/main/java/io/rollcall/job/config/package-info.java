/**
 * What the user says: job parameters and the YAML that names what to sync, read and judged before
 * the job graph is built, all faults at once.
 */
package io.rollcall.job.config;
