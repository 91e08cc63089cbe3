/** From bytes to events, without ever throwing: what cannot be used gets a reason instead. */
package io.rollcall.event.decode;
