package dev.lockbox.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** A target in which assignments stand on one page; see docs/grant-adapter.md. */
final class DirectoryServer implements AutoCloseable {
  private static final String PATH = "/assignments";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ConcurrentSkipListMap<String, ObjectNode> kept = new ConcurrentSkipListMap<>();

  private DirectoryServer(HttpServer server) {
    this.server = server;
  }

  static DirectoryServer start() {
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var started = new DirectoryServer(HttpServer.create(loopback, 0));
      started.server.createContext(PATH, started::serve);
      started.server.start();
      return started;
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot listen on loopback", refused);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  Set<String> ids() {
    return Set.copyOf(kept.keySet());
  }

  /** What stands there, without the ids. */
  Collection<ObjectNode> assignments() {
    return kept.values();
  }

  /** Somebody who is no adapter puts it there. */
  void put(String id, ObjectNode assignment) {
    kept.put(id, assignment);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    var id = exchange.getRequestURI().getPath().substring(PATH.length()).replace("/", "");
    switch (exchange.getRequestMethod()) {
      case "GET" -> list(exchange);
      case "PUT" -> {
        put(id, (ObjectNode) JSON.readTree(exchange.getRequestBody()));
        exchange.sendResponseHeaders(201, -1);
      }
      default -> exchange.sendResponseHeaders(kept.remove(id) == null ? 404 : 204, -1);
    }
    exchange.close();
  }

  private void list(HttpExchange exchange) throws IOException {
    var page = JSON.createObjectNode();
    var items = page.putArray("items");
    kept.forEach((id, assignment) -> items.add(assignment.deepCopy().put("id", id)));
    var body = JSON.writeValueAsBytes(page);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }
}
