package io.rollcall.job.config;

import io.rollcall.secret.SecretReference;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.util.TimeUtils;

/** The kinds of value that job parameters and the YAML share. */
final class Rules {

    static final Rule SECTION = container("keys below it");
    static final Rule LIST = container("a list");
    static final Rule PATHS = container("a map of namespaces to lists of paths");
    static final Rule FIELDS = container("a map of namespaces to fields");
    static final Rule PROPERTIES = container("a map of property names to values");

    static final Rule YES_OR_NO = Rule.choice(List.of("true", "false"));
    static final Rule TEXT = Rule.of("text", "", text -> !text.isBlank());
    static final Rule FILE =
            Rule.of("a path or URI", "without user and password in it", Endpoints::hasNoUser);
    static final Rule NAME =
            Rule.matching(
                    "a name", "letters, digits, '.', '_' and '-' only", "[A-Za-z0-9][\\w.-]{0,99}");
    static final Rule NAMESPACE =
            Rule.matching(
                    "a namespace", "one word without a colon, such as email", "[^\\s:]{1,100}");
    static final Rule FIELD =
            Rule.matching(
                    "the REST name of a Marketo field", "such as firstName", "[A-Za-z]\\w{0,254}");
    static final Rule DATA_SOURCE =
            Rule.matching(
                    "the number of a data source",
                    "as Audience Manager shows it, such as 20914",
                    "0|[1-9][0-9]{0,11}");
    static final Rule LABEL =
            Rule.of(
                    "a usage label",
                    "C1 to C12 or core/C1 to core/C12; what others deny is not known here",
                    Governance::isLabel);
    static final String GUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    static final Rule COLUMNS = container("a map of columns to attributes");
    static final Rule LISTS = container("a map of marketing lists' ids to audiences");
    static final Rule TABLE = Rule.choice(List.of("contact", "lead"));
    static final Rule COLUMN =
            Rule.matching(
                    "the logical name of a column",
                    "such as new_synctomkto",
                    "[a-z_][a-z0-9_]{0,99}");
    static final Rule COLUMN_OF_A_TABLE =
            Rule.matching(
                    "the name of a column",
                    "such as firstname, lead.companyname or, of a lookup,"
                            + " contact._parentcustomerid_value",
                    "((contact|lead)\\.)?[a-z_][a-z0-9_]{0,99}");
    static final Rule TENANT =
            Rule.matching(
                    "a tenant of Microsoft Entra",
                    "its id or its domain, such as contoso.onmicrosoft.com",
                    "[A-Za-z0-9][A-Za-z0-9.-]{0,199}");
    static final Rule TOPIC =
            Rule.matching(
                    "a Kafka topic name",
                    "up to 200 letters, digits, '.', '_' and '-'",
                    "(?!\\.{1,2}$)[\\w.-]{1,200}");
    static final Rule PREFIX =
            Rule.matching(
                    "the start of a topic name", "letters, digits, '.', '_', '-'", "[\\w.-]*");
    static final Rule SERVERS =
            Rule.matching(
                    "host:port[,host:port]",
                    "such as kafka-1:9092,kafka-2:9092",
                    "(\\[[0-9A-Fa-f:.]+\\]|[\\w.-]+):\\d{1,5}(,(\\[[0-9A-Fa-f:.]+\\]|[\\w.-]+):\\d{1,5})*");
    static final Rule MUNCHKIN_ID =
            Rule.matching(
                    "a Munchkin id",
                    "write it as Marketo shows it under Admin > Munchkin, such as 123-ABC-456",
                    "\\d{3}-[A-Za-z]{3}-\\d{3}");
    static final Rule LIST_ID =
            Rule.matching(
                    "a list id",
                    "use the number at the end of the list's URL (…#ST1001A1 → 1001)",
                    "[1-9][0-9]{0,17}");
    static final Rule REFERENCE =
            Rule.of(
                    "env:NAME | file:/path",
                    "it names where the secret stands; never write the secret itself",
                    SecretReference::wellFormed);
    static final Rule ENDPOINT =
            Rule.of(
                    "an https URL",
                    "without user, query and fragment; http only for loopback",
                    Endpoints::mayBeCalled);
    static final Rule LOOPBACK =
            Rule.of(
                    "a loopback URL",
                    "for tests only, such as http://127.0.0.1:8180",
                    Endpoints::isLoopback);
    static final Rule INSTANT =
            Rule.of("a time", "with its zone, such as 2026-12-01T00:00:00Z", Rules::isInstant);
    static final Rule DURATION =
            Rule.of(
                    "a duration",
                    "more than none and with its unit, such as 250 ms, 10 s, 15 min or 90 d",
                    Rules::isDuration);

    static final Rule MEMORY =
            Rule.of(
                    "a size of memory",
                    "from 1 mb to 8 gb and with its unit, such as 64 mb",
                    Rules::isMemory);

    private Rules() {}

    static Rule whole(int least, int most) {
        return Rule.of(
                "a whole number from " + least + " to " + most,
                "",
                text ->
                        text.matches("0|[1-9][0-9]{0,9}")
                                && Long.parseLong(text) >= least
                                && Long.parseLong(text) <= most);
    }

    static Rule atLeast(int least) {
        Rule bounded = whole(least, 1_000_000_000);
        return Rule.of("a whole number, at least " + least, "", bounded.accepts());
    }

    static Rule percent(int least, int most) {
        return Rule.of(
                "a percentage from " + least + "% to " + most + "%",
                "such as 10%",
                text ->
                        text.matches("[0-9]{1,3}%")
                                && percentage(text) >= least
                                && percentage(text) <= most);
    }

    static int percentage(String text) {
        return Integer.parseInt(text.substring(0, text.length() - 1));
    }

    static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** Epoch 0 is taken: it means since ever and for ever. */
    private static boolean isInstant(String text) {
        try {
            return instant(text).toEpochMilli() > 0;
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    /** Flink takes a bare number for milliseconds; a reader cannot know that. */
    private static boolean isDuration(String text) {
        try {
            return text.matches(".*[A-Za-z].*")
                    && TimeUtils.parseDuration(text).compareTo(Duration.ZERO) > 0;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }

    private static boolean isMemory(String text) {
        try {
            long bytes = MemorySize.parseBytes(text);
            return text.matches(".*[A-Za-z].*") && bytes >= 1L << 20 && bytes <= 1L << 33;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Rule container(String name) {
        return Rule.of(name, "", text -> false);
    }
}
