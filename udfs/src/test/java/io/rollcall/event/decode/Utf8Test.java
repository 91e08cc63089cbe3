package io.rollcall.event.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Utf8Test {

    private static final int LONG = 100;

    @Test
    void aWrongByteIsFoundWhereverItStands() {
        for (int length = 0; length < LONG; length++) {
            byte[] text = text(length);
            assertThat(Utf8.isValid(text)).isTrue();
            for (int place = 0; place < length; place++) {
                byte[] wrong = text.clone();
                wrong[place] = (byte) 0xff;
                assertThat(Utf8.isValid(wrong)).isFalse();
            }
        }
    }

    @Test
    void aLetterOfTwoBytesIsReadWhereverItStands() {
        for (int place = 0; place + 2 <= LONG; place++) {
            byte[] text = text(LONG);
            text[place] = (byte) 0xc3;
            text[place + 1] = (byte) 0xa4;
            assertThat(Utf8.isValid(text)).isTrue();
        }
    }

    private static byte[] text(int length) {
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) 'a');
        return text;
    }
}
