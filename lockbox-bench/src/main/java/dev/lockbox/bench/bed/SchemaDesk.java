package dev.lockbox.bench.bed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lockbox.events.codec.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A schema registry that knows the lockbox's schemas and no others. Services ask for each id once,
 * before the clock starts, so who answers changes no figure; this one is there at once and takes no
 * memory from what is measured.
 */
final class SchemaDesk implements AutoCloseable {
  private static final String REST = "application/vnd.schemaregistry.v1+json";
  private static final String BY_ID = "/schemas/ids/";
  private static final String BY_SUBJECT = "/subjects/";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int NO_SUCH_SCHEMA = 40403;

  private final HttpServer server;
  private final Map<String, String> answers = new HashMap<>();

  private SchemaDesk(HttpServer server) {
    this.server = server;
  }

  static SchemaDesk open() {
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var desk = new SchemaDesk(HttpServer.create(loopback, 0));
      desk.know(Subject.all());
      desk.server.createContext("/", desk::answer);
      desk.server.start();
      return desk;
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot listen on loopback", refused);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void know(List<Subject> subjects) throws IOException {
    for (var subject : subjects) {
      var id = answers.size();
      var schema = subject.schema().canonicalString();
      var known = Map.of("subject", subject.name(), "version", 1, "id", id, "schema", schema);
      answers.put(BY_ID + id, JSON.writeValueAsString(Map.of("schema", schema)));
      answers.put(BY_SUBJECT + subject.name(), JSON.writeValueAsString(known));
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      var known = answers.get(exchange.getRequestURI().getPath());
      var body =
          known == null ? "{\"error_code\":" + NO_SUCH_SCHEMA + ",\"message\":\"unknown\"}" : known;
      exchange.getResponseHeaders().set("Content-Type", REST);
      var bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(known == null ? NOT_FOUND : OK, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
