package io.rollcall.tools.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.Lookup;
import io.rollcall.activation.Instance.PersonCreation;
import io.rollcall.activation.LeadPolicy;
import io.rollcall.activation.Limits;
import io.rollcall.schedule.ExtractSettings;
import io.rollcall.schedule.ImportSettings;
import io.rollcall.schedule.Probes;
import io.rollcall.schedule.ProtocolRule;
import io.rollcall.schedule.SchedulerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EstimateTest {

    private static final Limits LIMITS = limits(10_000);

    private static Limits limits(int createsPerDay) {
        return new Limits(50, 5, 25_000, 50_000, 10_000, 0.1, createsPerDay);
    }

    private static Instance instance(PersonCreation creation, Limits limits, String... fields) {
        List<Lookup> lookup = List.of(fields).stream().map(f -> new Lookup(f, f)).toList();
        return new Instance(
                "123-ABC-456",
                "emea",
                "http://127.0.0.1",
                "env:A",
                "env:B",
                creation,
                lookup,
                Instance.Duplicates.OLDEST,
                List.of(),
                null,
                limits);
    }

    private static Instance matching() {
        return instance(PersonCreation.MATCH_ONLY, LIMITS, "email");
    }

    private static Instance creating(Limits limits) {
        return instance(PersonCreation.MATCH_AND_CREATE, limits, "email");
    }

    private static Estimator job(Instance instance) {
        return job(instance, 2, 1);
    }

    private static Estimator job(Instance instance, int maxJobs, int maxExports) {
        return new Estimator(
                instance,
                new SchedulerSettings(
                        "rollcall",
                        Duration.ofMillis(250),
                        Duration.ofSeconds(10),
                        200,
                        new Probes(Duration.ofMinutes(5), Duration.ofMinutes(10)),
                        Set.of(ProtocolRule.values()),
                        ImportSettings.atMost(maxJobs),
                        ExtractSettings.atMost(maxExports, Duration.ofMinutes(1))));
    }

    @Test
    void countsFullBatchesOfEveryKindOfCall() {
        assertThat(job(matching()).firstExport(100_000, 0.9, 599).words())
                .isEqualTo(
                        "100,000 people: 334 look-ups, 300 additions, 2 list reads = 636 calls; 4 min"
                                + " at least; 2.8 % of a day's calls; 0 people created");
    }

    @Test
    void countsWhomItWouldCreateAndHowManyDaysThatTakes() {
        assertThat(job(creating(LIMITS)).firstExport(100_000, 0.75, 0).words())
                .contains(
                        "334 upserts, 334 additions",
                        "on 3 days",
                        "25,000 people created, at 10,000 a day in 3");
    }

    @Test
    void whoGoesBySeveralNamesIsLookedForBeforeAnybodyIsCreated() {
        Instance names = instance(PersonCreation.MATCH_AND_CREATE, LIMITS, "email", "ecid");
        Instance flagged = creating(LIMITS).under(new LeadPolicy(null, true, List.of(), Set.of()));

        assertThat(job(names).firstExport(30_000, 0.9, 0).words())
                .contains("100 look-ups, 10 upserts, 100 additions", "3,000 people created");
        assertThat(job(flagged).firstExport(30_000, 0.9, 0).words())
                .contains("100 look-ups, 10 up");
    }

    /** The example of docs/tools.md. */
    @Test
    void aQuarterOfAMillionWaitsForCreationsWhereThreeFilesWouldDo() {
        Estimator job = job(creating(LIMITS));

        assertThat(job.firstExport(250_000, 0.8, 0).words())
                .isEqualTo(
                        "250,000 people: 834 upserts, 834 additions, 1 list read = 1,669 calls; on 5"
                                + " days; 7.4 % of a day's calls; 50,000 people created, at 10,000"
                                + " a day in 5 days");
        assertThat(job.filesForbidden(250_000)).isEqualTo(3);
        assertThat(job.ofKnown(250_000, 0).words())
                .isEqualTo(
                        "250,000 people: 3 files of 6 calls, 1 list read = 19 calls; 3 min at least;"
                                + " 0.1 % of a day's calls; 0 people created");
    }

    /** The figures of docs/imports.md: 6,667 calls of 300, or ten files. */
    @Test
    void aMillionUnknownPeopleGoAsTenFilesWhereSoManyMayBeCreated() {
        assertThat(job(creating(limits(1_000_000))).firstExport(1_000_000, 0.5, 0).words())
                .isEqualTo(
                        "1,000,000 people: 10 files of 6 calls, 1 list read = 61 calls; 10 min at"
                                + " least; 0.3 % of a day's calls; 1,000,000 people counted as"
                                + " created");
    }

    @Test
    void whatIsTooSmallForAFileGoesByCalls() {
        Estimator job = job(creating(limits(1_000_000)));

        assertThat(job.firstExport(22_200, 0, 0).words()).contains("74 upserts, 74 additions");
        assertThat(job.firstExport(22_201, 0, 0).words()).contains("people: 1 file of 6 calls, 1");
        assertThat(job.firstExport(101_500, 0, 0).words())
                .contains("5 upserts, 1 file of 6 calls, 5 additions");
        assertThat(job.firstExport(110_000, 0, 0).words()).contains("people: 2 files of 6 calls");
    }

    @Test
    void noFileIsCountedWhereImportsAreForbidden() {
        Instance instance = creating(limits(1_000_000));

        assertThat(job(instance, 0, 1).firstExport(30_000, 0, 0).calls()).isEqualTo(201);
        assertThat(job(instance, 0, 1).filesForbidden(30_000)).isZero();
    }

    @Test
    void saysWhereOnlyCreationsADayForbidFiles() {
        assertThat(job(creating(LIMITS)).filesForbidden(250_000)).isEqualTo(3);
        assertThat(job(creating(LIMITS)).filesForbidden(20_000)).isZero();
        assertThat(job(creating(limits(30_000))).filesForbidden(250_000)).isZero();
        assertThat(job(matching()).filesForbidden(250_000)).isZero();
    }

    @Test
    void peopleWhoseLeadsAreKnownGoAsFilesOfIds() {
        assertThat(job(matching()).ofKnown(100_000, 0).words())
                .startsWith("100,000 people: 1 file of 6 calls, 1 list read = 7 calls; 1 min");
        assertThat(job(matching()).ofKnown(44_700, 0).words()).contains("149 additions");
    }

    @Test
    void whoJoinsByIngestionTakesNoCallOfTheDay() {
        Instance ingesting = matching().ingesting("http://127.0.0.1");

        assertThat(job(ingesting).firstExport(100_000, 0.9, 0).words())
                .contains(
                        "334 look-ups, 1 list read = 335 calls and 90 requests of ingestion; ",
                        "1.5 % of a day's calls");
        assertThat(job(ingesting).ofKnown(100_000, 0).words())
                .contains("1 list read = 1 calls and 100 requests of ingestion; 10 s at least");
    }

    @Test
    void beyondTheDayOfIngestionItTakesAnother() {
        Limits narrow = new Limits(50, 5, 25_000, 50_000, 10_000, 0.1, 10_000, 60_000);
        Instance ingesting =
                instance(PersonCreation.MATCH_ONLY, narrow, "email").ingesting("http://127.0.0.1");

        assertThat(job(ingesting).ofKnown(100_000, 0).words()).contains("; on 2 days; ");
    }

    @Test
    void beyondTheDaysCallsItTakesMoreDays() {
        assertThat(job(matching()).firstExport(10_000_000, 1, 0).words())
                .contains("= 66,669 calls; on 3 days; 296.3 % of a day's calls");
    }

    @Test
    void aLongListIsReadByThirtyPagesAndAFile() {
        assertThat(job(matching()).firstExport(300, 1, 100_000).words()).contains("43 list reads");
        assertThat(job(matching(), 2, 0).firstExport(300, 1, 100_000).words())
                .contains("334 list reads");
    }

    @Test
    void aListTooLongToBeCountedIsTakenToHoldTheAudienceUnlessToldOtherwise() {
        assertThat(new Audience(100_000, null).onList(600)).isEqualTo(100_000);
        assertThat(new Audience(500, null).onList(600)).isEqualTo(600);
        assertThat(new Audience(100_000, 5_000L).onList(600)).isEqualTo(5_000);
    }

    @Test
    void calledSeldomTheWindowIsTheBrakeCalledSlowlyTheAnswersAre() {
        Limits narrow = new Limits(10, 10, 25_000, 50_000, 10_000, 0.1, 10_000);
        Estimate estimate = job(creating(narrow), 0, 1).firstExport(30_000, 1, 0);
        assertThat(estimate.calls()).isEqualTo(201);

        assertThat(estimate.atLeast()).hasSeconds(402);
        Limits single = new Limits(100, 1, 25_000, 50_000, 10_000, 0.1, 10_000);
        assertThat(job(creating(single), 0, 1).firstExport(30_000, 1, 0).atLeast()).hasSeconds(171);
    }
}
