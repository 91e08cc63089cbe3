/** What a start would do and need, found out with a few calls that only read. */
package io.rollcall.tools.plan;
