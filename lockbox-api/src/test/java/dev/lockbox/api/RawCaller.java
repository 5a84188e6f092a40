package dev.lockbox.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody who speaks to the API byte by byte, since no client would say what they say. */
final class RawCaller implements AutoCloseable {
  /** Less than the server leaves an idle connection open. */
  private static final int PATIENCE_MILLIS = 10_000;

  private static final int LITTLE_ROOM_BYTES = 4096;

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]+) (/\\S*) HTTP/1\\.1\r\n");

  private final Socket socket;

  /** To which the next answer is, where that can be told: until the first one has come. */
  private String asked = "";

  private RawCaller(Socket socket) {
    this.socket = socket;
  }

  static RawCaller of(HttpRig http) {
    return of(http, new Socket());
  }

  /** Has room for little that was said and not read yet. */
  static RawCaller ofLittleRoom(HttpRig http) {
    try {
      var socket = new Socket();
      socket.setReceiveBufferSize(LITTLE_ROOM_BYTES);
      return of(http, socket);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static RawCaller of(HttpRig http, Socket socket) {
    try {
      socket.connect(new InetSocketAddress(http.base().getHost(), http.base().getPort()));
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      return new RawCaller(socket);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Each character is a byte. */
  RawCaller say(String bytes) {
    asked += asked.isEmpty() ? bytes.lines().findFirst().orElse("") + "\r\n" : "";
    try {
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    } catch (SocketException closed) {
      // What was answered before that is read next, and tells more.
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return this;
  }

  /** Whether the server has closed; otherwise one byte more is sent. */
  boolean isCutOffSaying(char next) {
    try {
      socket.getOutputStream().write(next);
      return false;
    } catch (IOException closed) {
      return true;
    }
  }

  /** Whether the server answers, and does not close instead. */
  boolean isAnswered() {
    try {
      return socket.getInputStream().read() >= 0;
    } catch (SocketException reset) {
      return false;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The next answer has this status; what else it says is passed over. */
  void awaitStatus(int status) {
    var heard = new StringBuilder();
    try {
      while (!heard.toString().endsWith("\r\n\r\n")) {
        heard.append((char) socket.getInputStream().read());
      }
      var length = LENGTH.matcher(heard);
      if (length.find()) {
        var body = socket.getInputStream().readNBytes(Integer.parseInt(length.group(1)));
        heard.append(new String(body, ISO_8859_1));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(heard.toString(), failed);
    }
    assertThat(statuses(heard.toString())).containsExactly(status);
    holdsAsDescribed(heard.toString());
  }

  /** The first answer; of what else was said nobody can tell here where it begins. */
  private void holdsAsDescribed(String heard) {
    var line = REQUEST_LINE.matcher(asked);
    var status = STATUS_LINE.matcher(heard);
    var parts = heard.split("\r\n\r\n", 2);
    if (line.matches() && status.lookingAt() && parts.length == 2) {
      var code = Integer.parseInt(status.group(1));
      var body = body(parts[0], parts[1]);
      Described.api().holds(line.group(1), line.group(2), code, headers(parts[0]), body);
    }
    asked = "none";
  }

  private static HttpHeaders headers(String head) {
    var all =
        head.lines()
            .skip(1)
            .map(line -> line.split(": ", 2))
            .collect(groupingBy(one -> one[0], mapping(one -> one[1], toList())));
    return HttpHeaders.of(all, (name, value) -> true);
  }

  private static String body(String head, String rest) {
    var length = LENGTH.matcher(head);
    var bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return new String(rest.substring(0, bytes).getBytes(ISO_8859_1), UTF_8);
  }

  /** All that the server says until it closes the connection, which it must. */
  String untilClosed() {
    var heard = new ByteArrayOutputStream();
    try {
      for (var next = socket.getInputStream().read(); next >= 0; ) {
        heard.write(next);
        next = socket.getInputStream().read();
      }
    } catch (SocketTimeoutException open) {
      throw new AssertionError("still open, having said: " + heard.toString(ISO_8859_1), open);
    } catch (SocketException reset) {
      // Closed too: the server did not wait for the rest of what was sent.
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    holdsAsDescribed(heard.toString(ISO_8859_1));
    return heard.toString(ISO_8859_1);
  }

  /** The statuses of the answers that are in this, in their order. */
  static List<Integer> statuses(String heard) {
    return STATUS_LINE
        .matcher(heard)
        .results()
        .map(found -> Integer.parseInt(found.group(1)))
        .toList();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
