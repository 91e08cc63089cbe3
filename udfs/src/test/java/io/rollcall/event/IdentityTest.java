package io.rollcall.event;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class IdentityTest {

    /** Of few letters, so that one is often the beginning or the end of another. */
    @Property
    void knowsItsKeyAndNoOther(
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 3) String namespace,
            @ForAll @CharRange(from = ':', to = ':') @CharRange(from = 'a', to = 'b') String value,
            @ForAll @CharRange(from = ':', to = ':') @CharRange(from = 'a', to = 'b') String any) {
        Identity identity = new Identity(namespace, value);

        assertThat(identity.isKey(identity.key())).isTrue();
        assertThat(identity.isKey(any)).isEqualTo(any.equals(identity.key()));
        assertThat(identity.isKey("a:" + any)).isEqualTo(identity.key().equals("a:" + any));
    }
}
