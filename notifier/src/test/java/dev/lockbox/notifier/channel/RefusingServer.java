package dev.lockbox.notifier.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;

/** A mail server that greets, and answers every recipient the same; with nothing, it hangs up. */
final class RefusingServer implements AutoCloseable {
  private final ServerSocket socket;
  private final String answer;

  private RefusingServer(ServerSocket socket, String answer) {
    this.socket = socket;
    this.answer = answer;
  }

  static RefusingServer start(String answer) {
    try {
      var server =
          new RefusingServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), answer);
      Thread.ofPlatform().daemon().start(server::serve);
      return server;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    try (var line = socket.accept();
        var in =
            new BufferedReader(
                new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII))) {
      var out = line.getOutputStream();
      out.write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
      for (var said = in.readLine(); said != null; said = in.readLine()) {
        var reply = said.startsWith("RCPT") ? answer : "250 fine\r\n";
        if (reply.isEmpty()) {
          return;
        }
        out.write(reply.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException closed) {
      // The test is over, or the client has heard enough.
    }
  }
}
