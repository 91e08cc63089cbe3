package io.rollcall.event.decode;

import io.rollcall.secret.SecretUnavailableException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which namespace an id of Audience Manager belongs to, by the data source that gave it. Its own
 * visitors and the two advertising ids have fixed numbers; an id of any other source that nobody
 * has configured names nobody.
 */
final class DataSources implements Serializable {

    /** Of Audience Manager's own visitor ids. */
    static final String VISITORS = "0";

    private static final List<DataSource> FIXED =
            List.of(
                    new DataSource(VISITORS, "aam_uuid"),
                    new DataSource("20914", "gaid"),
                    new DataSource("20915", "idfa"));

    private final Map<String, DataSource> byId = new HashMap<>();
    private final Namespaces namespaces;
    private transient Map<String, IdentityCipher> ciphers;

    DataSources(List<DataSource> configured, List<String> identities) {
        FIXED.forEach(source -> byId.put(source.id(), source));
        configured.forEach(source -> byId.put(source.id(), source));
        namespaces = new Namespaces(identities);
    }

    /** Reads the keys. */
    void open() throws SecretUnavailableException {
        ciphers = new HashMap<>();
        for (DataSource source : byId.values()) {
            if (source.encryption() != null) {
                ciphers.put(source.id(), IdentityCipher.of(source.encryption()));
            }
        }
    }

    /** Whether any namespace that names people has ids of this source. */
    boolean names(String dataSource) {
        return rank(byId.get(dataSource)) != null;
    }

    /** Adds what the id says of who the person is; nothing for a source that is not known. */
    void add(String dataSource, String id, Identities person) throws RefusedException {
        DataSource source = byId.get(dataSource);
        Integer rank = rank(source);
        if (rank != null && id != null) {
            person.add(rank, source.encryption() == null ? id : decrypt(source, id), false);
        }
    }

    private Integer rank(DataSource source) {
        return source == null ? null : namespaces.rank(source.namespace());
    }

    private String decrypt(DataSource source, String id) throws RefusedException {
        IdentityCipher cipher = ciphers == null ? null : ciphers.get(source.id());
        if (cipher == null) {
            throw Refusal.UNDECIPHERABLE_IDENTITY.because();
        }
        return cipher.decrypt(id);
    }
}
