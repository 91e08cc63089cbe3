package io.rollcall.job;

import io.rollcall.activation.Instance;
import io.rollcall.call.AsyncHttp;
import io.rollcall.call.CallerFunction;
import io.rollcall.job.config.JobParameters;
import io.rollcall.job.config.RollcallOptions;
import io.rollcall.job.config.Settings;
import io.rollcall.ledger.LedgerSettings;
import io.rollcall.schedule.ExtractSettings;
import io.rollcall.schedule.ImportSettings;
import io.rollcall.schedule.Probes;
import io.rollcall.schedule.ProtocolRule;
import io.rollcall.schedule.SchedulerSettings;
import io.rollcall.sweep.SweepSettings;
import java.util.List;
import java.util.Set;

/** What the operators are told, and the caller's way to Marketo. */
public record Rules(
        List<Instance> instances,
        LedgerSettings ledger,
        SchedulerSettings scheduler,
        SweepSettings sweep,
        CallerFunction.Network network) {

    public static Rules of(Settings settings) {
        return of(settings, AsyncHttp::new);
    }

    static Rules of(Settings settings, CallerFunction.Network network) {
        return new Rules(
                settings.sync().instances(),
                ledger(settings),
                scheduler(settings.parameters()),
                SweepSettings.every(settings.parameters().get(RollcallOptions.SWEEP_PERIOD)),
                network);
    }

    private static LedgerSettings ledger(Settings settings) {
        JobParameters parameters = settings.parameters();
        return new LedgerSettings(
                        settings.sync().identities(),
                        parameters.get(RollcallOptions.LEDGER_TTL),
                        parameters.get(RollcallOptions.LEDGER_UNMATCHED_RETRY),
                        parameters.get(RollcallOptions.LEDGER_UNMATCHED_RETRY_MAX),
                        parameters.get(RollcallOptions.JOB_ID))
                .withRecentRows(parameters.get(RollcallOptions.LEDGER_RECENT_ROWS).getBytes())
                .forgettingBy(settings.sync().forgetKey())
                .sparingStrangers(parameters.get(RollcallOptions.SWEEP_PERIOD))
                .fearingIngestionFor(parameters.get(RollcallOptions.MARKETO_INGESTION_RETRIES));
    }

    private static SchedulerSettings scheduler(JobParameters parameters) {
        return new SchedulerSettings(
                parameters.get(RollcallOptions.JOB_ID),
                parameters.get(RollcallOptions.FLUSH_MIN_AGE),
                parameters.get(RollcallOptions.FLUSH_MAX_AGE),
                parameters.get(RollcallOptions.FLUSH_BURST),
                new Probes(
                        parameters.get(RollcallOptions.MARKETO_PROBE_ACCESS),
                        parameters.get(RollcallOptions.MARKETO_PROBE_LIST)),
                Set.of(ProtocolRule.values()),
                ImportSettings.atMost(parameters.get(RollcallOptions.BULK_MAX_JOBS)),
                ExtractSettings.atMost(
                        parameters.get(RollcallOptions.BULK_MAX_EXPORTS),
                        parameters.get(RollcallOptions.BULK_EXPORT_LOOK)));
    }
}
