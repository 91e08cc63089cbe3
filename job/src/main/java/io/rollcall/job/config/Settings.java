package io.rollcall.job.config;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.fs.Path;

/**
 * All that the user says, judged. {@code warnings} name what is allowed but probably not meant, one
 * line each.
 */
public record Settings(JobParameters parameters, SyncConfig sync, List<String> warnings) {

    /** Reads the command line and the YAML it names; every fault of both is in the exception. */
    public static Settings parse(String... arguments) throws ConfigurationException {
        List<String> line = List.of(arguments);
        if (line.contains("--help") || line.contains("-h")) {
            throw ConfigurationException.usage();
        }
        Faults faults = new Faults();
        JobParameters parameters = JobParametersReader.read(line, faults);
        SyncConfig sync = sync(parameters, faults);
        faults.throwIfAny();
        return new Settings(parameters, sync, faults.warnings());
    }

    private static SyncConfig sync(JobParameters parameters, Faults faults) {
        String file = parameters.get(RollcallOptions.CONFIG);
        if (file == null) {
            return null;
        }
        try (InputStream bytes = open(new Path(file))) {
            return SyncConfigReader.read(new Path(file).getName(), bytes, parameters, faults);
        } catch (IOException | IllegalArgumentException e) {
            faults.add(
                    RollcallOptions.CONFIG.key(),
                    "the file cannot be read here ("
                            + e.getClass().getSimpleName()
                            + "); name one that this process can read");
            return null;
        }
    }

    private static InputStream open(Path path) throws IOException {
        return path.getFileSystem().open(path);
    }

    /** For Flink's global job parameters, which the web UI shows to everyone. */
    public Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>(parameters.shown());
        shown.putAll(sync.shown());
        return shown;
    }
}
