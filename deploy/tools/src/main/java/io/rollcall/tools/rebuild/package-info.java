/** Says again, out of the memberships topic, what a job without state has to know. */
package io.rollcall.tools.rebuild;
