package io.rollcall.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The one dialect of Rollcall's topics: enum words in kebab case, and fields of later versions are
 * passed over.
 */
public final class Json {

    private Json() {}

    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .annotationIntrospector(new Words())
                .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private static final class Words extends JacksonAnnotationIntrospector {

        @Override
        public Object findEnumNamingStrategy(MapperConfig<?> config, AnnotatedClass type) {
            return EnumNamingStrategies.KebabCaseStrategy.class;
        }

        /** An enum with an {@code UNKNOWN} foresaw constants of later versions. */
        @Override
        public Enum<?> findDefaultEnumValue(AnnotatedClass type, Enum<?>[] values) {
            for (Enum<?> value : values) {
                if (value.name().equals("UNKNOWN")) {
                    return value;
                }
            }
            return null;
        }
    }
}
