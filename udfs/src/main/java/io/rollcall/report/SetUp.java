package io.rollcall.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a set-up call asks for, and what its end found. {@code subject} names the list of the
 * configuration that it is for, null where it is for the whole instance.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SetUp(String subject, Asset asked, List<Asset> found, List<LeadField> fields) {

    public SetUp {
        found = found == null ? List.of() : found;
        fields = fields == null ? List.of() : fields;
    }

    public static SetUp asking(String subject, Asset asked) {
        return new SetUp(subject, asked, List.of(), List.of());
    }

    public static SetUp described(List<LeadField> fields) {
        return new SetUp(null, null, List.of(), fields);
    }

    public SetUp finding(List<Asset> assets) {
        return new SetUp(subject, asked, assets, fields);
    }
}
