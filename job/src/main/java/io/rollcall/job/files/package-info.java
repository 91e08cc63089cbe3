/** Audiences that are uploaded as files into a folder that Flink watches. */
package io.rollcall.job.files;
