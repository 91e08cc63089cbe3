package io.rollcall.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Instance;
import io.rollcall.report.LeadField;
import io.rollcall.testing.InstanceDraft;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldCheckTest {

    private static List<String> faults(LeadField... fields) {
        Instance instance =
                InstanceDraft.usual()
                        .lookup("ecid", "ecidText")
                        .mapping("person.name", "firstName")
                        .build();
        return FieldCheck.faults(instance, List.of(fields));
    }

    private static LeadField lookup(boolean searchable, String... instead) {
        return new LeadField("ecidText", "string", 255, true, searchable, List.of(instead));
    }

    private static LeadField target(String type, boolean writable, String... instead) {
        return new LeadField("firstName", type, 255, writable, false, List.of(instead));
    }

    @Test
    void findsNothingWrongWithFieldsThatFit() {
        assertThat(faults(lookup(true), target("string", true))).isEmpty();
    }

    @Test
    void namesWhatCanBeSearchedInstead() {
        assertThat(faults(lookup(false, "email", "ecidTxt"), target("string", true)))
                .containsExactly(
                        "lookup.ecid: Marketo cannot search the field ecidText;"
                                + " it can search email, ecidTxt");
        LeadField missing =
                new LeadField("ecidText", null, 0, false, false, List.of("ecidTxt", "email"));
        assertThat(faults(missing, target("string", true)))
                .containsExactly(
                        "lookup.ecid: Marketo has no field ecidText;"
                                + " it can search ecidTxt, email");
    }

    @Test
    void namesTheNearestFieldsThatCanBeWritten() {
        assertThat(faults(lookup(true), target(null, false, "firstname")))
                .containsExactly(
                        "mapping of person.name: Marketo has no field firstName;"
                                + " near it are firstname");
        assertThat(faults(lookup(true), target("string", false)))
                .containsExactly("mapping of person.name: the field firstName is read-only");
        assertThat(faults(lookup(true), target("reference", true)))
                .containsExactly(
                        "mapping of person.name: a field of type reference cannot be written:"
                                + " firstName");
    }
}
