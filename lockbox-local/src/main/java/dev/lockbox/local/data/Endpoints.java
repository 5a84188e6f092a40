package dev.lockbox.local.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.lockbox.broker.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;

/**
 * Where a running lockbox answers, as {@code endpoints.json} in its data directory tells it to
 * programs.
 *
 * @param api base of the HTTP API
 * @param portal where a person looks at requests, by name: no browser makes a passkey for an
 *     address
 * @param bootstrapServers Kafka, host:port
 * @param schemaRegistry base of its Confluent-compatible API
 * @param issuer of the demo people's tokens
 * @param smtp the mail server, host:port
 * @param mailDir where each mail lies as an .eml file
 * @param processor base of its health and metrics
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Endpoints(
    URI api,
    URI portal,
    String bootstrapServers,
    URI schemaRegistry,
    URI issuer,
    String smtp,
    String mailDir,
    URI processor) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

  /**
   * The endpoints of what runs on this directory now.
   *
   * @throws NotRunning when nothing does, also when a killed process left its file behind
   */
  public static Endpoints of(DataDirectory data) {
    var endpoints = read(data);
    if (!answers(endpoints.bootstrapServers)) {
      throw new NotRunning(data);
    }
    return endpoints;
  }

  /** Whoever reads the file sees all of it or none. */
  public void writeTo(DataDirectory data) {
    var next = data.path().resolve("endpoints.json.next");
    try {
      Files.writeString(next, JSON.writeValueAsString(this) + "\n", UTF_8);
      Files.move(next, data.endpoints(), ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + data.endpoints(), e);
    }
  }

  /** Says that nothing runs here (any more). */
  public static void removeFrom(DataDirectory data) {
    try {
      Files.deleteIfExists(data.endpoints());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + data.endpoints(), e);
    }
  }

  private static Endpoints read(DataDirectory data) {
    try {
      return JSON.readValue(Files.readString(data.endpoints(), UTF_8), Endpoints.class);
    } catch (NoSuchFileException absent) {
      throw new NotRunning(data);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(data.endpoints() + " is not an endpoints file", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + data.endpoints(), e);
    }
  }

  private static boolean answers(String address) {
    int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(Loopback.HOST, port), (int) ANSWER_WITHIN.toMillis());
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
