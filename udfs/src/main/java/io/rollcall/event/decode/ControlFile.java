package io.rollcall.event.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a control file announces: JSON whose names are not quoted. 0 and null are not said. */
record ControlFile(List<Announced> files) {

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(JsonInput.MAX_DEPTH)
                                    .maxStringLength(JsonInput.MAX_TEXT)
                                    .build())
                    .build();

    /** One file of the transfer. */
    record Announced(String file, long lines, long bytes, String md5) {}

    static ControlFile read(byte[] json) throws RefusedException {
        List<Announced> files = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            if (!Scalars.opens(parser, JsonToken.START_OBJECT)) {
                throw Refusal.WRONG_TYPE.because();
            }
            for (String name = parser.nextFieldName();
                    name != null;
                    name = parser.nextFieldName()) {
                parser.nextToken();
                if (name.equals("Files") && Scalars.opens(parser, JsonToken.START_ARRAY)) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        files.add(announced(parser));
                    }
                } else {
                    parser.skipChildren();
                }
            }
        } catch (RefusedException e) {
            throw e;
        } catch (IOException e) {
            throw Refusal.NOT_JSON.because();
        }
        if (files.isEmpty()) {
            throw Refusal.EMPTY.because();
        }
        return new ControlFile(files);
    }

    private static Announced announced(JsonParser parser) throws IOException {
        if (!Scalars.opens(parser, JsonToken.START_OBJECT)) {
            throw Refusal.WRONG_TYPE.because();
        }
        String file = null;
        String md5 = null;
        long lines = 0;
        long bytes = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "FileName" -> file = Scalars.text(parser);
                case "md5" -> md5 = Scalars.text(parser);
                case "FileLineCount" -> lines = whole(parser);
                case "FileByteSize" -> bytes = whole(parser);
                default -> parser.skipChildren();
            }
        }
        if (file == null) {
            throw Refusal.EMPTY.because();
        }
        return new Announced(file, lines, bytes, md5);
    }

    private static long whole(JsonParser parser) throws IOException {
        try {
            String digits = Scalars.textOrWhole(parser);
            return digits == null ? 0 : Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw Refusal.WRONG_TYPE.because();
        }
    }
}
