package io.rollcall.sandbox;

/** The command line. */
record Options(int port, boolean help) {
    static final String HELP =
            """
            A Marketo Engage to play with, on 127.0.0.1.

              --port PORT   where to listen; 0 for any free port (default 8180)
              --bind ADDR   only 127.0.0.1: secrets and people are made up, and stay here
              --help        this text

            The page for people is at /, the admin API under /admin/api/.""";

    private static final int DEFAULT_PORT = 8180;

    static Options parse(String... arguments) {
        int port = DEFAULT_PORT;
        for (int at = 0; at < arguments.length; at++) {
            switch (arguments[at]) {
                case "--help" -> {
                    return new Options(port, true);
                }
                case "--port" -> port = port(arguments, ++at);
                case "--bind" -> checkLoopback(arguments, ++at);
                default -> throw new IllegalArgumentException("no option " + arguments[at]);
            }
        }
        return new Options(port, false);
    }

    private static void checkLoopback(String[] arguments, int at) {
        if (at >= arguments.length || !arguments[at].equals("127.0.0.1")) {
            throw new IllegalArgumentException("--bind takes only 127.0.0.1");
        }
    }

    private static int port(String[] arguments, int at) {
        if (at >= arguments.length || !arguments[at].matches("\\d{1,5}")) {
            throw new IllegalArgumentException("--port needs a number");
        }
        return Integer.parseInt(arguments[at]);
    }
}
