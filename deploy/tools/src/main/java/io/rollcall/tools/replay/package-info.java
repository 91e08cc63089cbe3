/** Sends dead letters back to where they came from, after a fix. */
package io.rollcall.tools.replay;
