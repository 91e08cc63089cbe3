/** Counting, by enums whose constants are the metrics' names. */
package io.rollcall.metric;
