/** Lets a held activation go on. */
package io.rollcall.tools.release;
