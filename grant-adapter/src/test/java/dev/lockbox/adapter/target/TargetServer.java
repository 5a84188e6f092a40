package dev.lockbox.adapter.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A target over HTTP as docs/grant-adapter.md has it, and as a test makes it misbehave. */
public final class TargetServer implements AutoCloseable {
  /** Fewer than are asked for: a page may be as short as the target likes. */
  private static final int PAGE_MAX = 3;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ConcurrentSkipListMap<String, JsonNode> kept = new ConcurrentSkipListMap<>();
  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private volatile Optional<String> lastToken = Optional.empty();

  /** What it does instead of what it should. */
  @FunctionalInterface
  public interface Trouble {
    void make(HttpExchange exchange) throws IOException;
  }

  private TargetServer(HttpServer server) {
    this.server = server;
  }

  public static TargetServer start() {
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var started = new TargetServer(HttpServer.create(loopback, 0));
      started.server.createContext("/", started::serve);
      started.server.setExecutor(started.threads);
      started.server.start();
      return started;
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot listen on loopback", refused);
    }
  }

  public URI base() {
    return URI.create("http://127.0.0.1:%s/api".formatted(server.getAddress().getPort()));
  }

  /** Every request by this method meets it, until it is mended. */
  public void trouble(String method, Trouble trouble) {
    troubles.put(method, trouble);
  }

  public void mend() {
    troubles.clear();
  }

  /** The ids of what is there. */
  public List<String> ids() {
    return List.copyOf(kept.keySet());
  }

  /** What it was told of an assignment. */
  public Optional<JsonNode> told(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  /** Somebody else puts it there; {@code what} is its JSON without the id. */
  public void put(String id, String what) {
    try {
      kept.put(id, JSON.readTree(what));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Optional<String> lastToken() {
    return lastToken;
  }

  public static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    lastToken = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
    var trouble = troubles.get(exchange.getRequestMethod());
    if (trouble != null) {
      trouble.make(exchange);
      return;
    }
    switch (exchange.getRequestMethod()) {
      case "GET" -> answer(exchange, 200, page(exchange.getRequestURI()));
      case "PUT" -> {
        kept.put(id(exchange), JSON.readTree(exchange.getRequestBody()));
        answer(exchange, 201, new byte[0]);
      }
      case "DELETE" -> answer(exchange, kept.remove(id(exchange)) == null ? 404 : 204, new byte[0]);
      default -> answer(exchange, 405, new byte[0]);
    }
  }

  private static String id(HttpExchange exchange) {
    var path = exchange.getRequestURI().getRawPath();
    return URLDecoder.decode(path.substring("/api/assignments/".length()), StandardCharsets.UTF_8);
  }

  private byte[] page(URI uri) throws IOException {
    var query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    var cursor = query.replaceFirst(".*&cursor=", "");
    var rest =
        query.contains("&cursor=")
            ? kept.tailMap(URLDecoder.decode(cursor, StandardCharsets.UTF_8), false)
            : kept;
    var items = new ArrayList<JsonNode>();
    var last = "";
    for (var entry : rest.entrySet()) {
      if (items.size() == PAGE_MAX) {
        break;
      }
      var item = JSON.createObjectNode();
      item.setAll((com.fasterxml.jackson.databind.node.ObjectNode) entry.getValue().deepCopy());
      item.put("id", entry.getKey());
      items.add(item);
      last = entry.getKey();
    }
    var page = JSON.createObjectNode();
    page.set("items", JSON.valueToTree(items));
    page.put("next", items.size() == PAGE_MAX ? last : null);
    return JSON.writeValueAsBytes(page);
  }
}
