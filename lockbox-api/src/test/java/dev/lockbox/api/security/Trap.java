package dev.lockbox.api.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/** An address at which somebody listens, so that it shows whether anybody was led there. */
public final class Trap {
  private static final ServerSocketChannel LISTENING = listen();

  private Trap() {}

  private static ServerSocketChannel listen() {
    try {
      var channel = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
      channel.configureBlocking(false);
      return channel;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static String address() {
    try {
      return "http://127.0.0.1:" + ((InetSocketAddress) LISTENING.getLocalAddress()).getPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether somebody has connected since this was last asked. */
  public static boolean isSprung() {
    try (var connected = LISTENING.accept()) {
      return connected != null;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
