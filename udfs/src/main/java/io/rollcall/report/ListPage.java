package io.rollcall.report;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where a read of a list stands. {@code generation} is the sequence of the read's first page and
 * tells one read of a list from the next; {@code nextToken} asks Marketo for the following page,
 * null after the last; {@code strangers} counts members of this page without any known identity.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListPage(long generation, String nextToken, boolean complete, int strangers) {}
