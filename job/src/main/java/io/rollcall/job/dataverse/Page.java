package io.rollcall.job.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Rows, as the Web API gives them, and the link to what follows: another page at once, or, with
 * {@code last}, what will have changed.
 */
record Page(List<JsonNode> rows, String link, boolean last) {}
