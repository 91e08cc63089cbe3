/**
 * Answers for people: why somebody is not on a list, how an audience does, what a start would do.
 */
package io.rollcall.tools;
