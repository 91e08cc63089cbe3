/** A Dataverse environment for tests: tokens, change tracking, pages, limits and errors. */
package io.rollcall.sandbox.dataverse;
