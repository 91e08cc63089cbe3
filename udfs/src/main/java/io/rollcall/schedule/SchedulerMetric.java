package io.rollcall.schedule;

import static io.rollcall.metric.MetricSpec.INSTANCE;
import static io.rollcall.metric.MetricSpec.counter;
import static io.rollcall.metric.MetricSpec.gauge;
import static io.rollcall.metric.MetricSpec.histogram;
import static io.rollcall.metric.MetricSpec.text;

import io.rollcall.metric.Metric;
import io.rollcall.metric.MetricSpec;

/** What the scheduler counts, and how it stands with each instance. */
public enum SchedulerMetric implements Metric {
    ANNOUNCED(counter("Calls announced.")),
    RELEASED(counter("Calls released to the caller.")),
    SENT(counter("Members of released calls.")),
    LEFT_OUT(counter("Members announced whose wish changed before the release.")),
    WITHDRAWN(
            counter(
                    "Announcements that were not read back in time, or came while the instance was"
                            + " paused.")),
    DONE(counter("Calls that Marketo carried out.")),
    NOT_DONE(counter("Calls that Marketo did not carry out, and never will.")),
    PERHAPS(counter("Calls of which nobody knows whether they were carried out.")),
    FOREIGN(counter("Calls of another run, read from the topic.")),
    IMPORTS(counter("Files of additions sent to Marketo.")),
    EXTRACTS(counter("Exports of whole lists made by Marketo for us, to read them.")),
    EXTRACTS_GIVEN_UP(
            counter("Of those, and of those that Marketo refused, the ones that pages replaced.")),
    BRAKED(counter("Activations held by the brake, or for people on their list.")),
    NEEDLESS(counter("Wishes that arrived equal to what is known to be true.")),
    SHARED_LEAD(counter("Two people on one lead: the newer assertion was kept.")),
    SUPERSEDED(counter("Another run began behind this one, which releases nothing more.")),
    QUEUED(
            gauge(
                            "Wishes that wait, by lane and work: the kind of call that they will go"
                                    + " by, and the list or field.")
                    .by(INSTANCE, "lane", "work")),
    OLDEST_SECONDS(
            gauge("For how long the oldest of them has waited, or less long than this.")
                    .by(INSTANCE, "lane", "work")),
    REMOVALS_OVERDUE(
            gauge("People in queues of removals and refusals whose oldest waits over a minute.")
                    .by(INSTANCE)),
    BATCH_SIZE(
            histogram("Members of a released call: 300 is full, 1,000 by ingestion.").by("kind")),
    OPEN_CALLS(gauge("Calls announced or under way.").by(INSTANCE)),
    MAY_RUN_CALLS(gauge("Calls given up on that may still run at Marketo.").by(INSTANCE)),
    PERMITS_FREE(gauge("Calls that the 20 s window still takes.").by(INSTANCE)),
    CALLS_TODAY(gauge("Calls of ours since midnight in Chicago.").by(INSTANCE)),
    CALLS_LEFT(
            gauge("Calls that are left to us today, by our share and by the instance's limit.")
                    .by(INSTANCE)),
    CALLS_SHARE(gauge("Calls a day that the configuration allows us.").by(INSTANCE)),
    CALLS_BY_OTHERS(gauge("Calls today by other integrations, as Marketo last said.").by(INSTANCE)),
    BACKLOG_CALLS(gauge("Calls of REST that what waits now will take, about.").by(INSTANCE)),
    BACKLOG_REQUESTS(
            gauge("Requests to the Data Ingestion API that it will take beside them, about.")
                    .by(INSTANCE)),
    BACKLOG_DONE_SECONDS(
            gauge(
                            "In how long the last of both will have gone, by the limits and the"
                                    + " day's calls, creations and people of ingestion, if nothing"
                                    + " else comes.")
                    .by(INSTANCE)),
    CREATED_TODAY(gauge("People created today.").by(INSTANCE)),
    INGESTED_TODAY(
            gauge("People sent to the Data Ingestion API since midnight in Chicago.").by(INSTANCE)),
    LOOP_LAG_MILLIS(
            gauge(
                            "From writing an announcement to reading it back; beyond 5 s it is"
                                    + " withdrawn.")
                    .by(INSTANCE)),
    PAUSED(gauge("How much is paused or held now: lists, fields or whole instances.")),
    STOPPED(
            gauge("1 while this work is paused or held, by reason.")
                    .by(INSTANCE, "work", "reason")),
    HELD(gauge("Activations that wait for `scripts/release`.")),
    HOLDS(text("Which they are and why, in words.")),
    PAUSES(text("What is paused or held, until when and why, in words."));

    private final MetricSpec spec;

    SchedulerMetric(MetricSpec spec) {
        this.spec = spec;
    }

    @Override
    public MetricSpec spec() {
        return spec;
    }
}
