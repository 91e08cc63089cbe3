package io.rollcall.job.config;

/** The keys at one place of the YAML. */
record KeyGroup(String section) {

    YamlKey key(String name, Rule rule, String fallback, String description) {
        return new YamlKey(section, name, rule, fallback, description, "");
    }
}
