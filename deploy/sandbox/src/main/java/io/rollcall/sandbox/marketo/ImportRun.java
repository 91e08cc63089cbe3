package io.rollcall.sandbox.marketo;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Takes an import through its file, row by row and no faster than its pace. */
final class ImportRun implements Runnable {
    private final Subscription subscription;
    private final Import job;
    private final ImportOrder order;
    private final ImportRules rules;

    ImportRun(Subscription subscription, Import job, ImportOrder order) {
        this.subscription = subscription;
        this.job = job;
        this.order = order;
        this.rules = new ImportRules(subscription, order);
    }

    @Override
    public void run() {
        try {
            Thread.sleep(pace().startDelayMillis());
            importing(true);
            job.begin();
            rows();
            importing(false);
            job.complete();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            failed("stopped");
        } catch (Refusal refusal) {
            failed(refusal.getMessage());
        } catch (IOException | RuntimeException bug) {
            failed("System error: " + bug);
        }
    }

    private void failed(String why) {
        importing(false);
        job.fail(why);
    }

    private ImportPace pace() {
        return subscription.imports().pace();
    }

    private void importing(boolean now) {
        if (order.list() != null) {
            order.list().importing(now);
        }
    }

    private void rows() throws InterruptedException, IOException, Refusal {
        long due = System.nanoTime();
        try (CloseableIterator<CsvRecord> rows = order.file().rows()) {
            while (rows.hasNext()) {
                // Read for every row, so that an import can be hurried or held back as it goes.
                due += pace().nanosPerRow();
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                checkList();
                row(rows.next().getFields());
            }
        }
    }

    private void checkList() throws Refusal {
        if (order.list() != null) {
            subscription.lists().known(order.list().id());
        }
    }

    private void row(List<String> row) {
        List<String> warnings = new ArrayList<>();
        try {
            long lead = rules.take(row, warnings);
            if (order.list() != null) {
                order.list().add(lead);
            }
            job.countRow();
            if (!warnings.isEmpty()) {
                job.warnings().add(row, String.join("; ", warnings));
            }
        } catch (Refusal refusal) {
            job.failures().add(row, refusal.getMessage());
        }
    }
}
