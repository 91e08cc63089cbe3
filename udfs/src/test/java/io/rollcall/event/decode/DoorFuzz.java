package io.rollcall.event.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the fuzzer calls: the first byte chooses the door. */
public final class DoorFuzz {

    private static final Door[] DOORS = Door.values();

    private DoorFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Door door = DOORS[Math.floorMod(input[0] - 'A', DOORS.length)];
        door.hear(Arrays.copyOfRange(input, 1, input.length))
                .forEach(door.isJson() ? Soundness::check : Soundness::checkPiece);
    }

    /** Well-said messages to begin with; how many doors there are. */
    static int seed(Path corpus) throws IOException {
        for (Door door : DOORS) {
            String claim = door.claim("ada@example.com", "24", Door.USUAL);
            write(corpus, door, "claim", claim.getBytes(StandardCharsets.UTF_8));
            for (String sample : door.isJson() ? Messages.SAMPLES : List.<String>of()) {
                write(corpus, door, sample, Messages.bytes(sample));
            }
        }
        return DOORS.length;
    }

    private static void write(Path corpus, Door door, String name, byte[] message)
            throws IOException {
        byte[] input = new byte[1 + message.length];
        input[0] = (byte) ('A' + door.ordinal());
        System.arraycopy(message, 0, input, 1, message.length);
        Files.write(corpus.resolve(door + "-" + name), input);
    }
}
