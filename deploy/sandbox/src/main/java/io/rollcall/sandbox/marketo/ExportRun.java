package io.rollcall.sandbox.marketo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Writes an export's file: who is on the list when it begins, as they are when it ends. */
final class ExportRun implements Runnable {

    /** What stands for an empty value. */
    private static final String EMPTY = "null";

    private final Subscription subscription;
    private final Export job;

    ExportRun(Subscription subscription, Export job) {
        this.subscription = subscription;
        this.job = job;
    }

    @Override
    public void run() {
        try {
            Thread.sleep(pace().startDelayMillis());
            if (job.begin(now())) {
                List<Long> members = subscription.lists().known(job.list()).members();
                Thread.sleep(pace().millisFor(members.size()));
                write(members);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            job.fail(now());
        } catch (Refusal | RuntimeException gone) {
            job.fail(now());
        }
    }

    private ExportPace pace() {
        return subscription.exports().pace();
    }

    private long now() {
        return subscription.clock().millis();
    }

    private void write(List<Long> members) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord(job.fields());
        int rows = 0;
        for (long member : members) {
            Optional<Lead> lead = subscription.leads().get(member);
            if (lead.isPresent()) {
                csv.writeRecord(
                        job.fields().stream().map(field -> value(lead.get(), field)).toList());
                rows++;
            }
        }
        job.complete(text.toString().getBytes(StandardCharsets.UTF_8), rows, now());
    }

    private static String value(Lead lead, String field) {
        Object value = lead.show(field);
        return value == null ? EMPTY : value.toString();
    }
}
