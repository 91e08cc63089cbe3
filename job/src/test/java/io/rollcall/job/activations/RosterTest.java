package io.rollcall.job.activations;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Activation.Handling;
import io.rollcall.activation.Activation.Mode;
import io.rollcall.activation.ActivationSet;
import io.rollcall.testing.InstanceDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final String EMEA = "123-ABC-456";
    private static final ActivationSet NONE = new ActivationSet(List.of());
    private static final Activation GOLD = activation("gold", 1001);
    private static final String VIP = "{\"audience\": \"vip\", \"instance\": \"emea\", %s}";
    private static final String VIP_ON_1002 = VIP.formatted("\"list\": {\"id\": 1002}");
    private static final String CLEARING =
            VIP.formatted("\"list\": {\"id\": 1002}, \"on-unmap\": \"clear\"");

    private final List<String> notices = new ArrayList<>();
    private Roster roster = roster(Map.of(), NONE);

    @Test
    void thoseOfTheTopicJoinThoseOfTheYaml() {
        assertThat(update(Map.of("vip", VIP_ON_1002)))
                .containsExactly(GOLD, activation("vip", 1002));
        assertThat(notices).containsExactly("vip accepted: " + VIP_ON_1002);
    }

    @Test
    void saysEverythingOnce() {
        update(Map.of("vip", VIP_ON_1002, "bad", "{}"));
        notices.clear();
        update(Map.of("vip", VIP_ON_1002, "bad", "{}"));

        assertThat(notices).isEmpty();
    }

    @Test
    void refusesABadOneWithItsFaultsAndHarmsNoOther() {
        String bad = "{\"audience\": \"vip\", \"instance\": \"amer\", \"lst\": {\"id\": 1}}";
        assertThat(update(Map.of("bad", bad, "vip", VIP_ON_1002)))
                .containsExactly(GOLD, activation("vip", 1002));
        assertThat(notices)
                .filteredOn(notice -> notice.startsWith("bad refused"))
                .singleElement()
                .asString()
                .contains("lst: no such key; did you mean list?")
                .contains("instance: no instance of this name; there are emea");
    }

    @Test
    void refusesWhatIsNoActivationAtAll() {
        assertThat(update(Map.of("a", "{", "b", "", "c", "[1]"))).containsExactly(GOLD);
        assertThat(notices).hasSize(3).allMatch(notice -> notice.contains("refused"));
    }

    @Test
    void nobodyTakesAListFromAnother() {
        update(Map.of("vip", VIP_ON_1002));
        String rival = VIP_ON_1002.replace("vip", "rival");
        String ofYaml = VIP.formatted("\"list\": {\"id\": 1001}");

        assertThat(update(Map.of("vip", VIP_ON_1002, "a-rival", rival, "b-rival", ofYaml)))
                .containsExactly(GOLD, activation("vip", 1002));
        assertThat(notices)
                .filteredOn(notice -> notice.contains("another activation feeds this list"))
                .hasSize(2);
    }

    @Test
    void aBadNewTextLeavesTheOldInForceAlsoAfterARestart() {
        update(Map.of("vip", VIP_ON_1002));
        assertThat(update(Map.of("vip", "nonsense"))).contains(activation("vip", 1002));

        roster = roster(roster.accepted(), roster.all());
        assertThat(update(Map.of("vip", "nonsense"))).contains(activation("vip", 1002));
    }

    @Test
    void whatIsAbsentIsRemovedAlsoAfterARestart() {
        update(Map.of("vip", VIP_ON_1002));
        roster = roster(roster.accepted(), roster.all());

        assertThat(update(Map.of())).containsExactly(GOLD);
        assertThat(notices).contains("vip removed");
    }

    @Test
    void keepsARetiredOneWhereTheListIsToBeCleared() {
        update(Map.of("vip", CLEARING));
        assertThat(update(Map.of())).containsExactly(GOLD, cleared("vip", 1002).retired(7));

        roster = roster(roster.accepted(), roster.all());
        assertThat(update(Map.of())).contains(cleared("vip", 1002).retired(7));
        assertThat(update(Map.of("vip", VIP_ON_1002)))
                .as("the list is fed again")
                .containsExactly(GOLD, activation("vip", 1002));
    }

    @Test
    void theActivationThatMovesHasTheWordOnItsOldList() {
        update(Map.of("vip", VIP_ON_1002));
        String moved = VIP.formatted("\"list\": {\"id\": 1003}, \"on-unmap\": \"clear\"");

        assertThat(update(Map.of("vip", moved)))
                .containsExactly(GOLD, cleared("vip", 1003), activation("vip", 1002).retired(7));
        assertThat(update(Map.of("vip", moved))).as("and again").hasSize(3);
    }

    @Test
    void clearsNothingThatADryRunNeverFilled() {
        String rehearsed =
                VIP.formatted(
                        "\"list\": {\"id\": 1002}, \"on-unmap\": \"clear\", \"dry-run\": true");
        update(Map.of("vip", rehearsed));

        assertThat(update(Map.of())).containsExactly(GOLD);
    }

    private List<Activation> update(Map<String, String> topic) {
        return roster.update(new ActivationSet(List.of(GOLD)), topic, 7).activations();
    }

    private Roster roster(Map<String, String> accepted, ActivationSet before) {
        return new Roster(
                List.of(InstanceDraft.usual().build()),
                accepted,
                before,
                notice -> notices.add(notice.key() + " " + notice.text()));
    }

    private static Activation activation(String audience, long list) {
        return new Activation(audience, null, EMEA, list, Mode.MIRROR, 0, 0, null, null);
    }

    private static Activation cleared(String audience, long list) {
        return activation(audience, list).handled(Handling.CLEARED);
    }
}
