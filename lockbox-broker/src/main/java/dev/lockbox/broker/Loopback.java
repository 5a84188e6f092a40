package dev.lockbox.broker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.stream.IntStream;

/** The one interface local servers listen on, and which of its ports are free. */
public final class Loopback {

  public static final String HOST = "127.0.0.1";

  /**
   * Ports are chosen below the range systems hand out to outgoing connections (from 32768 on Linux,
   * 49152 elsewhere): a kept port in that range could be some client's own by the next start.
   */
  private static final int PORT_MIN = 20_000;

  private static final int PORT_MAX = 32_000;
  private static final int TRIES_MAX = 200;

  private Loopback() {}

  /** {@code 127.0.0.1:port}. */
  public static String address(int port) {
    return HOST + ":" + port;
  }

  /** {@code localhost:port}, for those who ask for a name. */
  public static String named(int port) {
    return "localhost:" + port;
  }

  /** A port nobody listens on right now. Another process may still take it first. */
  public static int freePort() {
    return freePorts(1)[0];
  }

  /** As many different free ports as asked for. */
  public static int[] freePorts(int count) {
    int[] free = candidates().filter(Loopback::isFree).limit(count).toArray();
    if (free.length < count) {
      throw new IllegalStateException(
          "no %d free ports on %s among %d tried".formatted(count, HOST, TRIES_MAX));
    }
    return free;
  }

  /** Refuses a port that somebody listens on. */
  public static void requireFree(int port, String purpose) {
    if (!isFree(port)) {
      throw new PortTaken(port, purpose);
    }
  }

  private static IntStream candidates() {
    return new Random().ints(PORT_MIN, PORT_MAX).distinct().limit(TRIES_MAX);
  }

  /** Whether nobody listens on it right now. */
  public static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true); // connections of a server just closed linger, and are no server
      socket.bind(new InetSocketAddress(HOST, port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
