package io.rollcall.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Instance;
import io.rollcall.activation.ListName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListConfigTest {

    private static final String BY_ID = "list: {id: 1001}";

    private static String named(String list) {
        return Given.yaml(BY_ID, "list: " + list);
    }

    private static Activation activation(String list) {
        return Given.read(named(list)).activations().get(0);
    }

    private static String second(String audience, String list) {
        return "\n  - {audience: " + audience + ", instance: emea, list: " + list + "}";
    }

    @Test
    void aListMayBeNamedInAFolderAProgramOrAnywhere() {
        Activation inFolder = activation("{name: Gold customers, folder: Audiences}");
        assertThat(inFolder.list()).isZero();
        assertThat(inFolder.named())
                .isEqualTo(new ListName("Gold customers", "Audiences", false, null, false));
        assertThat(activation("{name: Gold, program: 34, workspace: EMEA, rename: true}").named())
                .isEqualTo(new ListName("Gold", "34", true, "EMEA", true));
        assertThat(activation("{name: Gold}").named().folder()).isNull();
        assertThat(activation("{id: 1001}").named()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{id: 1001, name: Gold} # id: the list has a name already; leave one of the two",
                "{id: 1001, folder: A} # folder: only together with list.name; leave it out",
                "{name: G, folder: A, program: B} # program: a list stands in a folder or in a program; leave one",
                "{name: ''} # name: this is not text",
                "{name: Gold, rename: maybe} # rename: this is not one of true, false"
            })
    void whatContradictsItselfIsRefused(String list, String refusal) {
        assertThat(Given.faults(named(list)))
                .singleElement()
                .asString()
                .startsWith("activations[0].list." + refusal);
    }

    @Test
    void aListNeedsAnIdOrAName() {
        assertThat(Given.faults(named("{}")))
                .singleElement()
                .asString()
                .startsWith("activations[0].list");
        assertThat(Given.faults(named("{folder: Audiences}")))
                .first()
                .asString()
                .startsWith("activations[0].list.id: missing; write a list id")
                .endsWith("or list.name");
    }

    @Test
    void twoActivationsOnOneNameAreRefused() {
        String first = "{name: Gold, folder: Audiences}";

        assertThat(Given.faults(named(first + second("silver", "{name: Gold, folder: Other}"))))
                .containsExactly(
                        "activations[1].list.name: activations[0].list feeds this list already;"
                                + " one list has one activation");
        assertThat(Given.faults(named(first + second("silver", "{name: Gold, workspace: APAC}"))))
                .isEmpty();
    }

    @Test
    void aNewNameMustTellWhichListItIsFor() {
        String renamed = "{name: %s, folder: Audiences, rename: true}";
        String two = renamed.formatted("Gold") + second("gold", renamed.formatted("Gold 2"));

        assertThat(Given.faults(named(two)))
                .singleElement()
                .asString()
                .startsWith("activations[1].list.rename: activations[0].list feeds another list");
    }

    @Test
    void aTextThatDoesNotFitIsRefusedUnlessItMayBeCut() {
        String mapping =
                "mapping: [{source: a, target: b}, {source: c, target: d, too-long: truncate}]";

        assertThat(Given.read(Given.instance(mapping)).instances().get(0).mapping())
                .extracting(Instance.Mapping::tooLong)
                .containsExactly(
                        Instance.Mapping.TooLong.REFUSE, Instance.Mapping.TooLong.TRUNCATE);
    }

    @Test
    void aCompanyFieldIsWarnedOf() {
        assertThat(Given.warnings(Given.instance("mapping: [{source: a, target: Company}]")))
                .containsExactly(
                        "instances[0].mapping[0].target: a company field: Marketo takes it when a"
                                + " lead is created, and no update later");
    }
}
