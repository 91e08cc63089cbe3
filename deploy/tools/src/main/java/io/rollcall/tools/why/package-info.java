/** Why one person is or is not on a list. */
package io.rollcall.tools.why;
