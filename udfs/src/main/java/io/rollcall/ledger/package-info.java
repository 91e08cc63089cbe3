/** What should be true of every person, what is, and the wishes that follow from the difference. */
package io.rollcall.ledger;
