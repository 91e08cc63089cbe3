import java.net.InetAddress;
import java.net.ServerSocket;

/** Takes a port, for scripts/test-local: {@code java Listen.java PORT}. */
public class Listen {
    public static void main(String[] args) throws Exception {
        try (ServerSocket socket =
                new ServerSocket(Integer.parseInt(args[0]), 50, InetAddress.getByName("127.0.0.1"))) {
            while (true) {
                socket.accept().close();
            }
        }
    }
}
