package io.rollcall.demo;

import io.rollcall.demo.view.Board;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The command that is run once in the middle: it kills the TaskManager and starts it again. */
final class Interruption {

    private final String command;
    private final Board board;
    private Thread thread;

    Interruption(Options options, Board board) {
        this.command = options.has("halfway") ? options.text("halfway") : null;
        this.board = board;
    }

    void when(boolean due) {
        if (due && command != null && thread == null) {
            thread = new Thread(this::run, "interruption");
            thread.start();
        }
    }

    boolean over() {
        return command == null || thread != null && !thread.isAlive();
    }

    private void run() {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    board.say("  " + line);
                }
            }
            if (process.waitFor() != 0) {
                board.say("  " + command + " has failed");
            }
        } catch (IOException e) {
            board.say("  " + command + " cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
