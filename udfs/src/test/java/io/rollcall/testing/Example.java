package io.rollcall.testing;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.Instance;
import io.rollcall.activation.Limits;
import io.rollcall.call.Call;
import io.rollcall.event.Assertion;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import io.rollcall.event.Origin;
import io.rollcall.ledger.LedgerSettings;
import io.rollcall.report.LeadField;
import io.rollcall.report.Report;
import io.rollcall.report.SetUp;
import io.rollcall.report.Verdict;
import io.rollcall.schedule.ImportSettings;
import io.rollcall.schedule.Probes;
import io.rollcall.schedule.ProtocolRule;
import io.rollcall.schedule.SchedulerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** One instance, lists fed by audiences of their number, and people. */
public final class Example {

    public static final String INSTANCE = "123-ABC-456";
    public static final long NOW = 1_795_300_000_000L;

    private Example() {}

    public static Instance instance() {
        return instance(new Limits(50, 5, 25_000, 50_000, 10_000, 0.1, 10_000));
    }

    public static Instance instance(Limits limits) {
        return InstanceDraft.usual().limits(limits).build();
    }

    public static ActivationSet activations(long... lists) {
        return new ActivationSet(LongStream.of(lists).mapToObj(Example::activation).toList());
    }

    private static Activation activation(long list) {
        return new Activation(
                audience(list), null, INSTANCE, list, Activation.Mode.MIRROR, 0, 0, null, null);
    }

    private static String audience(long list) {
        return "audience-" + list;
    }

    public static AudienceEvent event(String email, long list, boolean in, long at) {
        Identity identity = Identity.of("email", email);
        return new AudienceEvent(
                AudienceEvent.Kind.MEMBERSHIPS,
                identity.key(),
                at,
                List.of(identity),
                List.of(new Assertion("ups", audience(list), in, at, 0)),
                List.of(),
                new Origin("events", 0, 1, at));
    }

    /** The end of a Describe that found all that {@link #instance()} names. */
    public static Report described(Call call) {
        LeadField email = new LeadField("email", "email", 255, true, true, List.of());
        return call.ended()
                .at(NOW)
                .verdict(Verdict.DONE)
                .setUp(SetUp.described(List.of(email)))
                .build();
    }

    public static LedgerSettings ledgerSettings() {
        return new LedgerSettings(
                List.of("email"),
                Duration.ofDays(90),
                Duration.ofDays(1),
                Duration.ofDays(90),
                "rollcall");
    }

    public static final Probes PROBES = new Probes(Duration.ofMinutes(5), Duration.ofHours(1));

    public static SchedulerSettings schedulerSettings() {
        return new SchedulerSettings(
                "rollcall",
                Duration.ofMillis(250),
                Duration.ofSeconds(10),
                200,
                PROBES,
                Set.of(ProtocolRule.values()),
                ImportSettings.atMost(0));
    }
}
