package io.rollcall.ledger;

import io.rollcall.secret.SecretReference;
import io.rollcall.secret.SecretUnavailableException;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/**
 * Reads the forget key where the ledger runs and keeps a check of it beside the stones. It lives in
 * the same state as they do, so neither can be restored without the other.
 */
final class ForgetKeyState {

    private static final ListStateDescriptor<String> CHECK =
            new ListStateDescriptor<>("forget-key", Types.STRING);

    private ForgetKeyState() {}

    /** Null where nobody can be forgotten. A job with another key than its stones' must not run. */
    static ForgetKey open(LedgerSettings settings, OperatorStateStore store) throws Exception {
        ForgetKey key = read(settings.forgetKey());
        ListState<String> checks = store.getUnionListState(CHECK);
        for (String check : checks.get()) {
            if (key == null) {
                throw refused("forget-key: missing, but this job has forgotten people with one");
            }
            if (!check.equals(key.check())) {
                throw refused("forget-key: not the key that this job has forgotten people with");
            }
        }
        checks.update(key == null ? List.of() : List.of(key.check()));
        return key;
    }

    private static ForgetKey read(String reference) {
        try {
            return reference == null
                    ? null
                    : new ForgetKey(new SecretReference(reference).resolve());
        } catch (SecretUnavailableException e) {
            throw refused("forget-key: " + e.getMessage());
        }
    }

    /** Starting again would change nothing: the job ends and says why. */
    private static SuppressRestartsException refused(String why) {
        return new SuppressRestartsException(
                new IllegalStateException(
                        why
                                + "; without it they would come back: restore the key and start again"));
    }
}
