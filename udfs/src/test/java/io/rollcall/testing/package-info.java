/** What tests of this and of other modules share. */
package io.rollcall.testing;
