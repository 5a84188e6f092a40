package dev.lockbox.testkit.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server behind a line that can be cut: connections are then refused, and those open are reset.
 */
public final class Link implements AutoCloseable {
  private final URI server;
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private Link(URI server, ServerSocket door) {
    this.server = server;
    this.door = door;
  }

  /** A line to a server on this machine, through its loopback. */
  public static Link to(URI server) {
    return to(server, InetAddress.getLoopbackAddress());
  }

  /**
   * @param through an address of this machine
   */
  public static Link to(URI server, InetAddress through) {
    try {
      var door = new ServerSocket(0, 0, through);
      var link = new Link(server, door);
      Thread.ofVirtual().name("link").start(link::accept);
      return link;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open a line to " + server, e);
    }
  }

  /** The server's address, as it is reached through here. */
  public URI url() {
    var host = door.getInetAddress().getHostAddress();
    return URI.create("http://%s:%d%s".formatted(host, door.getLocalPort(), server.getPath()));
  }

  /** The server is gone, until {@link #mend}. */
  public void cut() {
    cut = true;
    open.forEach(Link::reset);
  }

  public void mend() {
    cut = false;
  }

  @Override
  public void close() {
    cut();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the line to " + server, e);
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        if (cut) {
          reset(client);
        } else {
          Thread.ofVirtual().start(() -> join(client));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void join(Socket client) {
    open.add(client);
    try (client;
        var there = new Socket()) {
      open.add(there);
      there.connect(new InetSocketAddress(server.getHost(), server.getPort()));
      var back = Thread.ofVirtual().start(() -> pump(there, client));
      pump(client, there);
      back.join();
      open.remove(there);
    } catch (IOException ended) {
      // either end hung up, which is what the other one sees as well
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException ended) {
      reset(to);
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException gone) {
      // it was closed before
    }
  }
}
