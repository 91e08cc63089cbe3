/** One HTTP exchange per call, and a report of how it ended. */
package io.rollcall.call;
