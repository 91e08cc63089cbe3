package io.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.ActivationSet;
import io.rollcall.call.Call;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.DeadLetter;
import io.rollcall.event.RawEvent;
import io.rollcall.event.decode.Transfers;
import io.rollcall.ledger.LedgerControl;
import io.rollcall.ledger.LedgerInput;
import io.rollcall.outcome.MembershipFact;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.Report;
import io.rollcall.schedule.SchedulerInput;
import io.rollcall.sweep.Sweep;
import io.rollcall.testing.SampleRecord;
import io.rollcall.wish.Wish;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever travels on a stream or stands in state is written by Flink itself, never by Kryo. */
class StreamTypesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                ActivationSet.class,
                AudienceEvent.class,
                Call.class,
                DeadLetter.class,
                LedgerControl.class,
                LedgerInput.class,
                MembershipFact.class,
                Outcome.class,
                RawEvent.class,
                Report.class,
                SchedulerInput.class,
                Transfers.Expected.class,
                Transfers.Seen.class,
                Sweep.class,
                Wish.class
            })
    void travelsWithoutKryoAndComesBackEqual(Class<?> type) throws IOException {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
        comesBackEqual(type, SampleRecord.full(type));
        comesBackEqual(type, SampleRecord.empty(type));
    }

    private static <T> void comesBackEqual(Class<T> type, Object sample) throws IOException {
        TypeSerializer<T> serializer =
                TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(type.cast(sample), out);
        T back = serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
        assertThat(back).usingRecursiveComparison().isEqualTo(sample);
        assertThat(back).isNotSameAs(sample);
    }
}
