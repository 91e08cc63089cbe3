/** One screen about the running job, out of Flink's REST API. */
package io.rollcall.tools.status;
