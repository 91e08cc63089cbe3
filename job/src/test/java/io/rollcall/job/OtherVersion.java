package io.rollcall.job;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A record and all records within it, as another version of Rollcall has them: written as source,
 * compiled, and loaded under the names that they have today.
 */
final class OtherVersion {

    /** Records and enums that are to be made, and the classes that they stand in. */
    private final Set<Class<?>> types = new LinkedHashSet<>();

    private final UnaryOperator<List<String>> change;

    private OtherVersion(Class<?> type, UnaryOperator<List<String>> change) {
        this.change = change;
        reach(type);
    }

    /** Before the last component of each was added. */
    static Class<?> earlier(Class<?> type, Path folder) throws Exception {
        return new OtherVersion(type, all -> all.size() > 1 ? all.subList(0, all.size() - 1) : all)
                .made(type, folder);
    }

    /** After another component was added to each. */
    static Class<?> later(Class<?> type, Path folder) throws Exception {
        return new OtherVersion(
                        type,
                        all -> Stream.concat(all.stream(), Stream.of("String zAdded")).toList())
                .made(type, folder);
    }

    private void reach(Type type) {
        if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(this::reach);
        } else if (type instanceof Class<?> ours
                && ours.getName().startsWith("io.rollcall.")
                && types.add(ours)) {
            if (ours.isRecord()) {
                Stream.of(ours.getRecordComponents()).forEach(c -> reach(c.getGenericType()));
            }
            for (Class<?> o = ours.getEnclosingClass(); o != null; o = o.getEnclosingClass()) {
                types.add(o);
            }
        }
    }

    private Class<?> made(Class<?> type, Path folder) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
        for (Class<?> top : types) {
            if (top.getEnclosingClass() == null) {
                arguments.add(source(top, folder).toString());
            }
        }
        int result =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new AssertionError("the other version cannot be compiled");
        }
        return new Loader(folder, types).loadClass(type.getName());
    }

    private Path source(Class<?> top, Path folder) throws IOException {
        Path file = folder.resolve(top.getName().replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        String text = "package " + top.getPackageName() + ";\n" + declaration(top, "public");
        return Files.writeString(file, text);
    }

    private String declaration(Class<?> type, String modifiers) {
        String inner =
                types.stream()
                        .filter(other -> other.getEnclosingClass() == type)
                        .map(other -> declaration(other, "public static"))
                        .collect(Collectors.joining("\n"));
        String name = type.getSimpleName();
        if (type.isEnum()) {
            String constants =
                    Stream.of(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(","));
            return "%s enum %s {%s; %s}".formatted(modifiers, name, constants, inner);
        }
        return type.isRecord()
                ? "%s record %s(%s) {%s}".formatted(modifiers, name, components(type), inner)
                : "%s class %s {%s}".formatted(modifiers, name, inner);
    }

    private String components(Class<?> type) {
        return String.join(
                ",",
                change.apply(
                        Stream.of(type.getRecordComponents())
                                .map(OtherVersion::component)
                                .toList()));
    }

    private static String component(RecordComponent component) {
        return component.getGenericType().getTypeName().replace('$', '.')
                + " "
                + component.getName();
    }

    /** Its own classes first. */
    private static final class Loader extends URLClassLoader {

        private final Set<String> own;

        Loader(Path folder, Set<Class<?>> types) throws IOException {
            super(new URL[] {folder.toUri().toURL()}, OtherVersion.class.getClassLoader());
            own = types.stream().map(Class::getName).collect(Collectors.toSet());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = own.contains(name) ? findLoadedClass(name) : null;
                return loaded != null
                        ? loaded
                        : own.contains(name) ? findClass(name) : super.loadClass(name, resolve);
            }
        }
    }
}
