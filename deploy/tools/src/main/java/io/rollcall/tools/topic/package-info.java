/** What the job tells in its topics, read from the beginning to where they end now. */
package io.rollcall.tools.topic;
