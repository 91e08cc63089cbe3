/** Facts about calls, as they stand in the reports topic: the loop's memory. */
package io.rollcall.report;
