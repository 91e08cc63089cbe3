package io.rollcall.call;

import io.rollcall.activation.Instance;

/** A call, whom it asks, and as which API user. */
record Asked(Call call, Instance instance, String apiUser) {}
