/** Has what Marketo refused tried again. */
package io.rollcall.tools.retry;
