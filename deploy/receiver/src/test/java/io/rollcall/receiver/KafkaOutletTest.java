package io.rollcall.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KafkaOutletTest {

    @Test
    void saysInTimeThatKafkaDoesNotAnswer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            Properties properties = new Properties();
            properties.setProperty("bootstrap.servers", "127.0.0.1:" + silent.getLocalPort());
            try (KafkaOutlet outlet =
                    new KafkaOutlet(
                            properties,
                            List.of("t"),
                            Duration.ofMillis(500),
                            new Receiver.Limits(1_000, 1 << 20))) {
                long began = System.nanoTime();
                assertThat(outlet.write("t", new byte[10], Map.of()).join())
                        .isEqualTo(Outlet.Fate.UNSURE);
                assertThat(outlet.reachable()).isFalse();
                assertThat(Duration.ofNanos(System.nanoTime() - began))
                        .isLessThan(Duration.ofSeconds(5));
            }
        }
    }
}
