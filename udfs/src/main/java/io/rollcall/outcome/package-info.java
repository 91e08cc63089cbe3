/** What became of wishes, and what is true now: for people to read and systems to consume. */
package io.rollcall.outcome;
