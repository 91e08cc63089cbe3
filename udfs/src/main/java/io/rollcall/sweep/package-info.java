/** Walks all buckets of the ledger: time and configuration reach everybody that way. */
package io.rollcall.sweep;
