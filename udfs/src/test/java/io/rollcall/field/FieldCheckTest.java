package io.rollcall.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Instance;
import io.rollcall.report.LeadField;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldCheckTest {

    private static List<String> faults(LeadField... fields) {
        Instance instance =
                new Instance(
                        "123-ABC-456",
                        "emea",
                        "http://127.0.0.1",
                        "env:ID",
                        "env:SECRET",
                        Instance.PersonCreation.MATCH_ONLY,
                        List.of(new Instance.Lookup("ecid", "ecidText")),
                        Instance.Duplicates.OLDEST,
                        List.of(new Instance.Mapping("person.name", "firstName")),
                        null,
                        null);
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
