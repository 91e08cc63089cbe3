package io.rollcall.job.bench;

import io.rollcall.ledger.LedgerInput;
import io.rollcall.ledger.LedgerOperator;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** The ledger as it is, counted from outside. */
final class CountedLedger extends LedgerOperator {

    private static final long serialVersionUID = 1;

    private final int each;

    /** Every event counts for so many assertions. */
    CountedLedger(int each) {
        super(List.of(Scene.instance()), Scene.settings());
        this.each = each;
    }

    @Override
    public void processElement1(StreamRecord<LedgerInput> input) throws Exception {
        super.processElement1(input);
        Tally.add(each * input.getValue().size());
    }
}
