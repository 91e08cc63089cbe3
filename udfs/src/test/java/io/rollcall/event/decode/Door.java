package io.rollcall.event.decode;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rollcall.event.RawEvent;
import io.rollcall.secret.SecretUnavailableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** Every way in, from the bytes that somebody sends to what is decoded. */
enum Door {
    ROLLCALL(message(() -> Decoders.of("rollcall", Messages.OPTIONS))) {
        @Override
        String claim(String email, String audience, String time) {
            return "{\"person\":{\"email\":%s},\"memberships\":[{\"audience\":%s,\"status\":\"realized\",\"at\":%s}]}"
                    .formatted(json(email), json(audience), json(time));
        }
    },
    AEP(message(() -> Decoders.of("aep", Messages.OPTIONS))) {
        @Override
        String claim(String email, String audience, String time) {
            return "{\"identityMap\":{\"email\":[{\"id\":%s}]},\"segmentMembership\":{\"ups\":{%s:{\"status\":\"realized\",\"lastQualificationTime\":%s}}}}"
                    .formatted(json(email), json(audience), json(time));
        }
    },
    AUDIENCE_MANAGER(message(() -> Decoders.audienceManager(Rows.ACCOUNT, Messages.OPTIONS))) {
        @Override
        String claim(String email, String audience, String time) {
            return "{\"User_DPID\":\"12345\",\"Users\":[{\"DataPartner_UUID\":%s,\"Segments\":[{\"Segment_ID\":%s,\"Status\":\"1\",\"DateTime\":%s}]}]}"
                    .formatted(json(email), json(audience), json(inUtc(time)));
        }

        private String inUtc(String time) {
            return switch (time) {
                case USUAL -> "Sat Nov 21 10:00:00 UTC 2026";
                case FAR -> "Thu Jan 01 00:00:00 UTC 2099";
                default -> "Thu Jan 01 00:00:00 UTC 1970";
            };
        }
    },
    DATAVERSE(message(() -> Decoders.dataverse(Messages.DYNAMICS, Messages.DYNAMICS_PEOPLE))) {
        @Override
        String claim(String email, String audience, String time) {
            return "{\"table\":\"contact\",\"row\":{\"contactid\":\"6d81597f-0f9f-e711-8122-000d3aa2331c\",\"emailaddress1\":%s,\"firstname\":%s,\"new_vip\":true,\"modifiedon\":%s}}"
                    .formatted(json(email), json(audience), json(time));
        }
    },
    CSV(message(() -> Decoders.csv(Rows.WITH_TIME, Messages.OPTIONS))) {
        @Override
        String claim(String email, String audience, String time) {
            return Rows.of(email, audience, time);
        }
    },
    CSV_FILE(bytes -> csvFile(bytes)) {
        @Override
        String claim(String email, String audience, String time) {
            return Rows.of(email, audience, time);
        }
    },
    SEGMENT_FILE(file("S3_1234_12345_full_1486140844000.sync")) {
        @Override
        String claim(String email, String audience, String time) {
            return email + " " + audience + "\n";
        }
    },
    TRAIT_FILE(file("ftp_dpm_12345_1486140844.overwrite")) {
        @Override
        String claim(String email, String audience, String time) {
            return email + "\t\"d_sid\"=\"" + audience + "\"\n";
        }
    },
    ID_FILE(file("adobe_id_0_12345_1486140844.sync")) {
        @Override
        String claim(String email, String audience, String time) {
            return "59767559181262060060278870901087098252\t" + email + "\n";
        }
    },
    CONTROL_FILE(file("S3_1234_12345_full_1486140844000.info")) {
        @Override
        String claim(String email, String audience, String time) {
            return "{Files:[{FileName:%s,FileLineCount:1,FileByteSize:2,md5:%s}]}"
                    .formatted(json(email), json(audience));
        }
    },
    /** Whatever is sent comes packed. */
    PACKED_FILE(bytes -> read("S3_1234_12345_iter_1486140844000.sync.gz", packed(bytes))) {
        @Override
        String claim(String email, String audience, String time) {
            return SEGMENT_FILE.claim(email, audience, time);
        }
    },
    /** Whatever is sent passes for a packed file. */
    WRONGLY_PACKED_FILE(file("S3_1234_12345_iter_1486140844000.sync.gz")) {
        @Override
        String claim(String email, String audience, String time) {
            return SEGMENT_FILE.claim(email, audience, time);
        }
    };

    static final String USUAL = "2026-11-21T10:00:00Z";
    static final String FAR = "2099-01-01T00:00:00Z";
    static final String EPOCH = "1970-01-01T00:00:00Z";

    private final Function<byte[], List<Decoded>> way;

    Door(Function<byte[], List<Decoded>> way) {
        this.way = way;
    }

    /** What became of it, message by message. */
    List<Decoded> hear(byte[] bytes) {
        return way.apply(bytes);
    }

    /** That this person is in this audience since then, as far as the format can say so. */
    abstract String claim(String email, String audience, String time);

    boolean isJson() {
        return compareTo(DATAVERSE) <= 0;
    }

    private interface Opened {
        Decoder decoder();
    }

    private static Function<byte[], List<Decoded>> message(Opened opened) {
        return bytes -> List.of(opened.decoder().decode(Messages.raw(bytes), Messages.NOW));
    }

    private static Function<byte[], List<Decoded>> file(String name) {
        return bytes -> read(name, bytes);
    }

    private static List<Decoded> read(String name, byte[] bytes) {
        SyncFiles files = new SyncFiles(Rows.ACCOUNT, Messages.OPTIONS);
        try {
            files.open();
        } catch (SecretUnavailableException e) {
            throw new AssertionError(e);
        }
        InputStream in = new ByteArrayInputStream(bytes);
        return all(
                new SyncPieces(in, name, Messages.ARRIVED), raw -> files.decode(raw, Messages.NOW));
    }

    private static List<Decoded> csvFile(byte[] bytes) {
        Decoder decoder = Decoders.csv(Rows.WITH_TIME, Messages.OPTIONS);
        InputStream in = new ByteArrayInputStream(bytes);
        return all(
                new CsvPieces(in, "upload.csv", Messages.ARRIVED),
                raw ->
                        raw.part() == RawEvent.Part.END
                                ? new Decoded(List.of(), null)
                                : decoder.decode(raw, Messages.NOW));
    }

    private static List<Decoded> all(FilePieces pieces, Function<RawEvent, Decoded> decode) {
        List<Decoded> all = new ArrayList<>();
        try {
            for (RawEvent raw = pieces.next(); raw != null; raw = pieces.next()) {
                all.add(decode.apply(raw));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String json(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }

    /** What the sources of rows are told, and a row of CSV with each field in quotes. */
    private static final class Rows {

        static final AudienceManagerOptions ACCOUNT =
                new AudienceManagerOptions(
                        List.of(new DataSource("0", "ecid"), new DataSource("12345", "email")),
                        List.of("24"),
                        AudienceManagerOptions.Separator.SPACE,
                        false);

        static final CsvOptions WITH_TIME =
                new CsvOptions("gold", null, "email", "email", null, "since", ',', false, false);

        static String of(String email, String audience, String time) {
            return "email,note,since\n\"%s\",\"%s\",%s\n"
                    .formatted(email.replace("\"", "\"\""), audience.replace("\"", "\"\""), time);
        }
    }
}
