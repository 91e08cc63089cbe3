package io.rollcall.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What Marketo's Describe says of one field that the configuration names. {@code dataType} is null
 * where there is no such field, {@code length} 0 where none is given. {@code instead} are fields
 * that exist and would do, the likeliest first.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LeadField(
        String name,
        String dataType,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int length,
        boolean writable,
        boolean searchable,
        List<String> instead) {

    public LeadField {
        instead = instead == null ? List.of() : instead;
    }

    public boolean exists() {
        return dataType != null;
    }

    public LeadField with(List<String> others) {
        return new LeadField(name, dataType, length, writable, searchable, others);
    }
}
