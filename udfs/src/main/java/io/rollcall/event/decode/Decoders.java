package io.rollcall.event.decode;

import java.util.List;

/** The input formats by name. */
public final class Decoders {

    /** Rollcall's own events. */
    public static final String ROLLCALL = "rollcall";

    /** The profile export of Adobe Experience Platform (HTTP API, Kinesis, Event Hubs). */
    public static final String AEP = "aep";

    /** The real-time transfers of Audience Manager. */
    public static final String AUDIENCE_MANAGER = "audience-manager";

    public static final List<String> FORMATS = List.of(ROLLCALL, AEP, AUDIENCE_MANAGER);

    private Decoders() {}

    /** Rows of one audience. */
    public static Decoder csv(CsvOptions csv, DecoderOptions options) {
        return new CsvDecoder(csv, options);
    }

    public static Decoder audienceManager(
            AudienceManagerOptions audienceManager, DecoderOptions options) {
        return new JsonDecoder(
                new AudienceManagerReader(
                        Wanted.by(options),
                        new DataSources(audienceManager.dataSources(), options.identities())),
                options);
    }

    /** Rows of Dynamics 365 and what becomes of them. */
    public static Decoder dataverse(DataverseOptions dataverse, DecoderOptions options) {
        return new JsonDecoder(new DataverseReader(dataverse, options), options);
    }

    public static Decoder of(String format, DecoderOptions options) {
        return switch (format) {
            case ROLLCALL -> new JsonDecoder(new NativeReader(Wanted.by(options)), options);
            case AEP -> new JsonDecoder(new AepReader(Wanted.by(options)), options);
            case AUDIENCE_MANAGER -> audienceManager(AudienceManagerOptions.USUAL, options);
            default -> throw new IllegalArgumentException("no such format: " + format);
        };
    }
}
