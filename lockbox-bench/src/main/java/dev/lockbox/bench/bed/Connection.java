package dev.lockbox.bench.bed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * A connection to the API on which one question follows the other. Questions are bytes, and an
 * answer is read no further than to its end: whoever asks shares the cores with whoever answers,
 * and a client that does more would hide what the answers cost. For one thread.
 */
public final class Connection implements AutoCloseable {
  private static final String OK = "HTTP/1.1 200 ";
  private static final String LENGTH = "content-length:";
  private static final int LINE_MAX = 8 * 1024;

  private final Socket socket;
  private final InputStream answers;

  private Connection(Socket socket) throws IOException {
    this.socket = socket;
    this.answers = new BufferedInputStream(socket.getInputStream());
  }

  /** To this machine. */
  public static Connection to(int port) {
    try {
      var socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      return new Connection(socket);
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot connect to port " + port, refused);
    }
  }

  /**
   * The body of the answer.
   *
   * @throws BenchFailed when it is any other than 200
   */
  public byte[] ask(byte[] question) {
    try {
      socket.getOutputStream().write(question);
      var status = line();
      var length = length();
      var body = answers.readNBytes(length);
      if (!status.startsWith(OK) || body.length < length) {
        throw new BenchFailed(
            "%s: %s: %s".formatted(firstLine(question), status, new String(body, ISO_8859_1)));
      }
      return body;
    } catch (IOException broken) {
      throw new UncheckedIOException("the connection broke", broken);
    }
  }

  private static String firstLine(byte[] question) {
    return new String(question, ISO_8859_1).lines().findFirst().orElse("");
  }

  /** Reads all headers. */
  private int length() throws IOException {
    var length = -1;
    for (var header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(header.substring(LENGTH.length()).trim());
      }
    }
    if (length < 0) {
      throw new BenchFailed("an answer does not say how long it is");
    }
    return length;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (var next = answers.read(); next != '\n'; next = answers.read()) {
      if (next < 0 || line.length() == LINE_MAX) {
        throw new BenchFailed("an answer broke off: " + line);
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot close a connection", broken);
    }
  }
}
