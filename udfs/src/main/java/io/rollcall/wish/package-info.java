/** The ledger's standing orders to the scheduler. */
package io.rollcall.wish;
