/** A Flink source of rows of Dynamics 365: all of a table once, then what changes. */
package io.rollcall.job.dataverse;
