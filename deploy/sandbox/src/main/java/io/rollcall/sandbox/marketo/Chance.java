package io.rollcall.sandbox.marketo;

import java.util.Random;

/** The subscription's dice: latencies, probabilities, ids. The same seed throws the same. */
public final class Chance {
    private volatile Random random = new Random();
    private volatile Latency latency = Latency.OBSERVED;

    public void seed(long seed) {
        random = new Random(seed);
    }

    public Latency latency() {
        return latency;
    }

    public void latency(Latency newLatency) {
        latency = newLatency;
    }

    /** How long this call takes: log-normal around the median, as seen in recorded traffic. */
    public long millis(CallKind kind) {
        return Math.round(
                latency.median(kind) * Math.exp(latency.jitter() * random.nextGaussian()));
    }

    public boolean happens(double probability) {
        return probability >= 1 || random.nextDouble() < probability;
    }

    public String hex(int digits) {
        StringBuilder text = new StringBuilder();
        while (text.length() < digits) {
            text.append(Integer.toHexString(random.nextInt(16)));
        }
        return text.toString();
    }
}
