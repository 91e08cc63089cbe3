/** Words that people wrote, and what they may have meant. */
package io.rollcall.words;
