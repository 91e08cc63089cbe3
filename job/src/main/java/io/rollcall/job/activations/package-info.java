/**
 * Which activations there are: those of the YAML, and those of a topic that may change any time.
 */
package io.rollcall.job.activations;
