package io.rollcall.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a multipart/form-data body (RFC 7578). Read by hand and to the letter: the sandbox
 * is to find what a client writes wrong, and libraries forgive much. They also weigh more than this
 * does: commons-fileupload brings the servlet API's ways and commons-io, the readers of Jetty and
 * Netty a server's buffers.
 */
public record Multipart(List<Part> parts) {
    private static final String LINE = "\r\n";
    private static final String BLANK_LINE = LINE + LINE;
    private static final Pattern BOUNDARY =
            Pattern.compile(
                    "(?i)multipart/form-data\\s*;(?:.*;)?\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))\\s*(?:;.*)?");
    private static final Pattern DISPOSITION =
            Pattern.compile("(?im)^content-disposition:\\s*form-data\\s*(;.*)$");
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=\"([^\"]+)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i);\\s*filename=\"([^\"]*)\"");

    /** One part; without a file name it is a parameter. */
    public record Part(String name, String fileName, byte[] content) {}

    /** Empty if the body is not what its content type says. */
    public static Optional<Multipart> of(Request request) {
        Matcher boundary = BOUNDARY.matcher(request.head().contentType());
        if (!boundary.matches()) {
            return Optional.empty();
        }
        String delimiter = "--" + Optional.ofNullable(boundary.group(1)).orElse(boundary.group(2));
        // One character a byte, so that places in the text are places in the body.
        String text = new String(request.body(), StandardCharsets.ISO_8859_1);
        return text.startsWith(delimiter + LINE)
                ? new Body(request.body(), text, LINE + delimiter).read(delimiter.length())
                : Optional.empty();
    }

    /** What is read, and what stands between its parts. */
    private record Body(byte[] bytes, String text, String delimiter) {

        /** From behind the first delimiter on; a last one, with two dashes, has to come. */
        Optional<Multipart> read(int from) {
            List<Part> parts = new ArrayList<>();
            int at = from;
            while (text.startsWith(LINE, at)) {
                int content = text.indexOf(BLANK_LINE, at) + BLANK_LINE.length();
                int end = text.indexOf(delimiter, content);
                Optional<Part> part = part(at, content, end);
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(part.get());
                at = end + delimiter.length();
            }
            boolean ended = text.startsWith("--", at) && text.substring(at + 2).isBlank();
            return ended ? Optional.of(new Multipart(parts)) : Optional.empty();
        }

        private Optional<Part> part(int at, int content, int end) {
            if (content < at || end < content) {
                return Optional.empty();
            }
            Matcher disposition = DISPOSITION.matcher(utf8(at, content));
            String says = disposition.find() ? disposition.group(1).stripTrailing() : "";
            return found(NAME, says).map(name -> part(name, says, content, end));
        }

        private Part part(String name, String says, int content, int end) {
            return new Part(
                    name,
                    found(FILE_NAME, says).orElse(null),
                    Arrays.copyOfRange(bytes, content, end));
        }

        private String utf8(int from, int to) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
    }

    private static Optional<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().map(match -> match.group(1));
    }

    /** The parts that are no files. */
    public Params params() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.fileName() == null) {
                String value = new String(part.content(), StandardCharsets.UTF_8);
                values.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(value);
            }
        }
        return new Params(values);
    }

    public Optional<byte[]> file(String name) {
        return parts.stream()
                .filter(part -> part.fileName() != null && part.name().equals(name))
                .map(Part::content)
                .findFirst();
    }
}
