package io.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    @Property(tries = 500)
    void areReadAsTheyWereWritten(@ForAll Random random) {
        List<Claim> claims = someClaims(random);
        Unpacker in = new Unpacker(bytes(claims));
        List<Claim> read = new ArrayList<>();
        Claims.decode(in, read);

        assertThat(read).isEqualTo(claims);
        assertThat(in.hasMore()).isFalse();
    }

    @Property(tries = 500)
    void areFoundInAnyOrder(@ForAll Random random) {
        List<Claim> claims = someClaims(random);
        List<Claim> shuffled = new ArrayList<>(claims);
        Collections.shuffle(shuffled, random);
        Claims wanted = new Claims(new Unpacker(bytes(shuffled)));
        Claims among = new Claims(new Unpacker(bytes(claims)));

        while (wanted.next()) {
            assertThat(among.seek(wanted)).isTrue();
            assertThat(among.claim()).isEqualTo(wanted.claim());
            assertThat(among.equalsThat(wanted)).isTrue();
        }
    }

    @Test
    void whatNothingWasSaidOfIsNotFound() {
        Claims wanted = new Claims(new Unpacker(bytes(List.of(new Claim(7, 2, true, 1, 0)))));
        wanted.next();
        List<Claim> others = List.of(new Claim(7, 1, true, 1, 0), new Claim(8, 2, true, 1, 0));

        assertThat(new Claims(new Unpacker(bytes(others))).seek(wanted)).isFalse();
        assertThat(new Claims(new Unpacker(bytes(List.of()))).seek(wanted)).isFalse();
    }

    @Test
    void claimsOfOneNamespaceByTheSecondTakeADozenBytes() {
        List<Claim> claims =
                IntStream.range(0, 100)
                        .mapToObj(i -> new Claim(i, 1, true, Bench.NOW + i * 3_600_000L, 0))
                        .toList();

        assertThat(bytes(claims).length).isLessThan(100 * 12 + 20);
    }

    /** Of more namespaces than fit into a byte of flags, too. */
    private static List<Claim> someClaims(Random random) {
        long from = random.nextBoolean() ? 0 : Bench.NOW;
        int namespaces = 1 + random.nextInt(60);
        return IntStream.range(0, random.nextInt(80))
                .mapToObj(
                        i ->
                                new Claim(
                                        i / 2,
                                        (i + i % 2) % (namespaces + 1) * 7 + i % 2,
                                        random.nextBoolean(),
                                        from + random.nextInt() + (1L << 31),
                                        random.nextInt(3) == 0 ? Math.abs(random.nextLong()) : 0))
                .toList();
    }

    private static byte[] bytes(List<Claim> claims) {
        Packer out = new Packer();
        ClaimWriter.encode(out, claims);
        return out.bytes();
    }
}
