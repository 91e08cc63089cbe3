package io.rollcall.job;

import io.rollcall.activation.ActivationSet;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;

/**
 * Says the whole set again and again, for ever. A source that ends would be restored as ended and
 * hide what the new configuration says; a new job graph brings its own set to this one.
 */
final class ActivationSource {

    /**
     * So that what changes in the topic is noticed at once; repeats cost their receivers little.
     */
    private static final double PER_SECOND = 1;

    private ActivationSource() {}

    static DataGeneratorSource<ActivationSet> of(ActivationSet set) {
        return new DataGeneratorSource<>(
                any -> set,
                Long.MAX_VALUE,
                RateLimiterStrategy.perSecond(PER_SECOND),
                TypeInformation.of(ActivationSet.class));
    }
}
