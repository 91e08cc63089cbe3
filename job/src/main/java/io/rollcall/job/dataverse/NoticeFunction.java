package io.rollcall.job.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rollcall.event.RawEvent;
import io.rollcall.outcome.Outcome;
import java.io.IOException;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** What a source has to say of itself, as outcomes that are about nobody. */
public final class NoticeFunction implements FlatMapFunction<RawEvent, Outcome> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void flatMap(RawEvent raw, Collector<Outcome> out) throws IOException {
        if (raw.part() == RawEvent.Part.END && raw.value().length > 0) {
            JsonNode notice = JSON.readTree(raw.value());
            out.collect(
                    new Outcome(
                            null,
                            null,
                            null,
                            null,
                            0,
                            Outcome.Change.SET_UP,
                            Outcome.Status.valueOf(notice.path("status").asText()),
                            0,
                            null,
                            notice.path("reason").asText(),
                            0,
                            raw.timestamp(),
                            null,
                            null));
        }
    }
}
