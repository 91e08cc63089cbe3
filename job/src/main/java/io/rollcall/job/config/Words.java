package io.rollcall.job.config;

import java.util.Locale;

/** Enum constants as the configuration writes them: {@code MATCH_ONLY} is {@code match-only}. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E to(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
