package io.rollcall.job.config;

/**
 * One key of the YAML: where it stands ({@code instances[].limits} and its name), what it may be,
 * what it is when absent, what it does. {@code instead} is empty when the key is built, else what
 * to write until it is.
 */
public record YamlKey(
        String section,
        String name,
        Rule rule,
        String fallback,
        String description,
        String instead) {

    static final String REQUIRED = "required";
    static final String NONE = "";

    public String path() {
        return section.isEmpty() ? name : section + "." + name;
    }

    public boolean required() {
        return fallback.equals(REQUIRED);
    }

    public boolean builtIn() {
        return instead.isEmpty();
    }

    YamlKey later(String instead) {
        return new YamlKey(section, name, rule, fallback, description, instead);
    }
}
