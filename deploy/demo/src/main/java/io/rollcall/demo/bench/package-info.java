/** Measurements of the whole stack against the sandbox. */
package io.rollcall.demo.bench;
