/** Gathers wishes into calls: lanes, announcements, credits, permits, quota and pauses. */
package io.rollcall.schedule;
