package io.rollcall.sandbox.marketo;

import java.time.Instant;
import java.util.Optional;

/** A fault that is in force until its count or its time is used up. */
public final class Fault {
    private static final long DEFAULT_MILLIS = 30_000;
    private static final int LONGEST_OF_REST = 5;

    private final int id;
    private final FaultSpec spec;
    private final Effect effect;
    private final Optional<CallKind> kind;
    private final Instant end;
    private int left;
    private volatile int struck;

    Fault(int id, FaultSpec spec) {
        this.id = id;
        this.spec = spec;
        this.effect = Effect.named(spec.effect());
        this.kind = CallKind.named(spec.kind());
        this.left = spec.count() == null ? Integer.MAX_VALUE : spec.count();
        this.end =
                spec.forMillis() == null ? Instant.MAX : Instant.now().plusMillis(spec.forMillis());
        check();
    }

    private void check() {
        boolean needsCode = effect == Effect.CODE || effect == Effect.RECORD_CODE;
        if (needsCode && spec.code() == null) {
            throw new IllegalArgumentException(effect.label() + " needs a code");
        }
        if (effect == Effect.HTTP && spec.status() == null) {
            throw new IllegalArgumentException("http needs a status");
        }
    }

    public int id() {
        return id;
    }

    public FaultSpec spec() {
        return spec;
    }

    public Effect effect() {
        return effect;
    }

    /** How often it may still strike; null for ever. */
    public Integer left() {
        return spec.count() == null ? null : Integer.valueOf(left);
    }

    public boolean executed() {
        return spec.executed() == null ? effect.executes() : spec.executed();
    }

    public long millis() {
        return spec.millis() == null ? DEFAULT_MILLIS : spec.millis();
    }

    public String email() {
        return spec.email();
    }

    boolean isOver() {
        return left <= 0 || Instant.now().isAfter(end);
    }

    /** How many calls or records it has met. */
    public int struck() {
        return struck;
    }

    void strike() {
        struck++;
        left--;
    }

    boolean concerns(CallKind calls, Long list) {
        boolean sameList = spec.listId() == null || spec.listId().equals(list);
        return sameList && kind.map(calls::equals).orElse(isFor(calls));
    }

    /** Of no kind of its own; the Data Ingestion API has codes of its own, which are longer. */
    private boolean isFor(CallKind calls) {
        boolean ingestions = effect == Effect.CODE && spec.code().length() > LONGEST_OF_REST;
        boolean itsOwn = effect != Effect.CODE || ingestions == (calls == CallKind.INGEST);
        return calls != CallKind.TOKEN && itsOwn;
    }

    boolean concernsRecord(Long lead, String email) {
        boolean sameLead = spec.leadId() == null || spec.leadId().equals(lead);
        return sameLead && (spec.email() == null || spec.email().equalsIgnoreCase(email));
    }
}
