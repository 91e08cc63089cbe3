/** How each audience does, in the words of Adobe's monitoring of destinations. */
package io.rollcall.tools.report;
