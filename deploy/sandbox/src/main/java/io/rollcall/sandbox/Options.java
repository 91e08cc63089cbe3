package io.rollcall.sandbox;

import io.rollcall.sandbox.marketo.ImportPace;

/** The command line. */
record Options(int port, ImportPace importPace, boolean help) {
    static final String HELP =
            """
            A Marketo Engage to play with, on 127.0.0.1.

              --port PORT                   where to listen; 0 for any free port (default 8180)
              --bind ADDR                   only 127.0.0.1: secrets and people are made up, and stay here
              --import-rows-per-second N    how fast one bulk import goes (default 5000)
              --import-start-delay-ms N     what it waits between its turn and its first row (default 2000)
              --help                        this text

            The page for people is at /, the admin API under /admin/api/.""";

    private static final Options DEFAULT = new Options(8180, ImportPace.DEFAULT, false);

    static Options parse(String... arguments) {
        Options options = DEFAULT;
        for (int at = 0; at < arguments.length && !options.help; at += 2) {
            options =
                    options.with(arguments[at], at + 1 < arguments.length ? arguments[at + 1] : "");
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--help" -> new Options(port, importPace, true);
            case "--port" -> new Options(number(name, value), importPace, false);
            case "--bind" -> onLoopback(value);
            case "--import-rows-per-second" ->
                    at(new ImportPace(number(name, value), importPace.startDelayMillis()));
            case "--import-start-delay-ms" ->
                    at(new ImportPace(importPace.rowsPerSecond(), number(name, value)));
            default -> throw new IllegalArgumentException("no option " + name);
        };
    }

    private Options at(ImportPace pace) {
        return new Options(port, pace, help);
    }

    private Options onLoopback(String address) {
        if (!address.equals("127.0.0.1")) {
            throw new IllegalArgumentException("--bind takes only 127.0.0.1");
        }
        return this;
    }

    private static int number(String name, String value) {
        if (!value.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(name + " needs a number");
        }
        return Integer.parseInt(value);
    }
}
