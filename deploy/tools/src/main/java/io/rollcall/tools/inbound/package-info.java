/** What is on the lists, back to Audience Manager. */
package io.rollcall.tools.inbound;
