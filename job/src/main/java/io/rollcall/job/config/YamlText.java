package io.rollcall.job.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.UnicodeReader;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The tree of a YAML file: maps, lists and text. SnakeYAML rather than Jackson's tree, because
 * Jackson reads an alias as the alias's name, and an audience {@code 0123} as a number.
 */
final class YamlText {

    /** One shared consent block in each of many activations is fine, a file made of aliases not. */
    private static final int MAX_ALIASES = 10_000;

    /** SnakeYAML has this limit too, but counts neither comments nor the time they take. */
    private static final int MAX_BYTES = 3 << 20;

    private YamlText() {}

    /** The root; an absent one if the text is no YAML, which the faults then tell. */
    static Piece read(String name, InputStream stream, Faults faults) throws IOException {
        byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            faults.add(name, "the file is longer than 3 MB; is it the right one?");
            return new Piece("", null, faults);
        }
        return new Piece("", tree(name, bytes, faults), faults);
    }

    private static Object tree(String name, byte[] bytes, Faults faults) {
        try {
            Object tree = yaml().load(new UnicodeReader(new ByteArrayInputStream(bytes)));
            if (tree == null) {
                faults.add(name, "the file is empty");
            } else if (!(tree instanceof Map)) {
                faults.add(name, "this is not YAML with keys such as sources: and instances:");
                return null;
            }
            return tree;
        } catch (MarkedYAMLException e) {
            faults.add(name, at(e) + "no valid YAML: " + e.getProblem());
        } catch (YAMLException | StackOverflowError e) {
            faults.add(name, "no valid YAML: not text, or too deep");
        }
        return null;
    }

    /** The line, but never its content, as SnakeYAML's own message would have it. */
    private static String at(MarkedYAMLException e) {
        return e.getProblemMark() == null
                ? ""
                : "line " + (e.getProblemMark().getLine() + 1) + ": ";
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        DumperOptions unused = new DumperOptions();
        return new Yaml(
                new SafeConstructor(options),
                new Representer(unused),
                unused,
                options,
                new AsWritten());
    }

    /**
     * Every scalar stays as it is written, save null: no dates, octal numbers or "no" for false.
     */
    private static final class AsWritten extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.MERGE, MERGE, "<");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }
}
