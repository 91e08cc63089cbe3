/** What to sync where: instances of Marketo and the activations that feed their lists. */
package io.rollcall.activation;
