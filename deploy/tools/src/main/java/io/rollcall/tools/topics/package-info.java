/** Prints or creates the topics that the job needs, and what it has to be allowed. */
package io.rollcall.tools.topics;
