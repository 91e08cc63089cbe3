/**
 * What Marketo says of its fields: whether a configuration fits them, and how values are written.
 */
package io.rollcall.field;
