/** What Marketo's answers mean, and what may be done next. */
package io.rollcall.marketo;
