package io.rollcall.event.decode;

import java.io.Serializable;

/** An attribute path holds an identity: of which namespace, and how early in its list of paths. */
record IdentityPath(int namespace, int position) implements Serializable {}
