package io.rollcall.ledger;

import io.rollcall.report.LeadField;
import java.util.List;

/** What Marketo says of the fields that an instance's configuration names. */
public record Fields(String instance, List<LeadField> described) {}
