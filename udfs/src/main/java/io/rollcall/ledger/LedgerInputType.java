package io.rollcall.ledger;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Flink's view of {@link LedgerInput}, with a serializer of our own for events. */
public final class LedgerInputType extends TypeInformation<LedgerInput> {

    public static final LedgerInputType INSTANCE = new LedgerInputType();

    private static final TypeInformation<LedgerInput> AS_FLINK_HAS_IT =
            TypeInformation.of(LedgerInput.class);

    private LedgerInputType() {}

    @Override
    public TypeSerializer<LedgerInput> createSerializer(SerializerConfig config) {
        return new LedgerInputSerializer(AS_FLINK_HAS_IT.createSerializer(config));
    }

    @Override
    public Class<LedgerInput> getTypeClass() {
        return LedgerInput.class;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof LedgerInputType;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerInputType;
    }

    @Override
    public int hashCode() {
        return LedgerInputType.class.hashCode();
    }

    @Override
    public String toString() {
        return "LedgerInput";
    }
}
