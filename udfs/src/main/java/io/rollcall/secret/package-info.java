/** Where secrets stand, and reading them there. */
package io.rollcall.secret;
