package dev.lockbox.adapter.target;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lockbox.adapter.target.TargetServer.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * A directory that speaks SCIM 2.0 to the letter, and no more of it than is needed here: what the
 * RFCs do not allow it refuses.
 */
public final class ScimServer implements AutoCloseable {
  private static final String BASE = "/scim/v2";
  private static final String MEDIA_TYPE = "application/scim+json";
  private static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
  private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
  private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
  private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";
  private static final Pattern FILTER = Pattern.compile("(userName|externalId) eq (\".*\")");
  private static final Pattern MEMBER = Pattern.compile("members\\[value eq (\".*\")]");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, ObjectNode> users = new ConcurrentSkipListMap<>();
  private final Map<String, Set<String>> groups = new ConcurrentHashMap<>();
  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile boolean isForgetful;
  private volatile Optional<String> lastToken = Optional.empty();

  private record Refused(int status, String scimType) {}

  private ScimServer(HttpServer server) {
    this.server = server;
  }

  public static ScimServer start() {
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var started = new ScimServer(HttpServer.create(loopback, 0));
      started.server.createContext("/", started::serve);
      started.server.setExecutor(started.threads);
      started.server.start();
      return started;
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot listen on loopback", refused);
    }
  }

  public URI base() {
    return URI.create("http://127.0.0.1:%s%s".formatted(server.getAddress().getPort(), BASE));
  }

  public void group(String id) {
    groups.put(id, new ConcurrentSkipListSet<>());
  }

  /** A user of that name, whose externalId is the same with {@code x-} before it. */
  public void user(String id, String name) {
    user(id, name, "x-" + name);
  }

  public void user(String id, String name, String externalId) {
    var user = JSON.createObjectNode();
    user.putArray("schemas").add(CORE + "User");
    user.put("id", id).put("userName", name).put("externalId", externalId);
    users.put(id, user);
  }

  public void switchOff(String id) {
    users.get(id).put("active", false);
  }

  /** The user is gone, and still a member of what it was. */
  public void forget(String id) {
    users.remove(id);
  }

  /** Somebody else puts them there. */
  public void put(String group, String member) {
    groups.get(group).add(member);
  }

  /** Somebody else takes them out. */
  public void takeOut(String group, String member) {
    groups.get(group).remove(member);
  }

  public Set<String> members(String group) {
    return Set.copyOf(groups.get(group));
  }

  /** It never lists whom a group has, as if it had nobody. */
  public void hideMembers() {
    isForgetful = true;
  }

  /** Every request by this method meets it, until it is mended. */
  public void trouble(String method, Trouble trouble) {
    troubles.put(method, trouble);
  }

  public void mend() {
    troubles.clear();
  }

  /** Each call so far: its method and its path. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  Optional<String> lastToken() {
    return lastToken;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
    lastToken = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
    var trouble = troubles.get(exchange.getRequestMethod());
    if (trouble != null) {
      trouble.make(exchange);
    } else {
      serveAsEver(exchange);
    }
  }

  /** As it should be, for a trouble that concerns other calls, or what comes of them. */
  public void serveAsEver(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getRawPath();
    if (!MEDIA_TYPE.equals(exchange.getRequestHeaders().getFirst("Accept"))) {
      answer(exchange, new Refused(406, ""));
    } else if (path.equals(BASE + "/Users")) {
      find(exchange);
    } else if (path.startsWith(BASE + "/Users/")) {
      user(exchange, last(path));
    } else if (path.startsWith(BASE + "/Groups/") && groups.containsKey(last(path))) {
      group(exchange, last(path));
    } else {
      answer(exchange, new Refused(404, ""));
    }
  }

  private void user(HttpExchange exchange, String id) throws IOException {
    if (!exchange.getRequestMethod().equals("GET") || !users.containsKey(id)) {
      answer(exchange, new Refused(404, ""));
    } else {
      answer(exchange, users.get(id));
    }
  }

  private void find(HttpExchange exchange) throws IOException {
    var filter = FILTER.matcher(query(exchange).getOrDefault("filter", ""));
    var text = filter.matches() ? text(filter.group(2)) : Optional.<String>empty();
    if (text.isEmpty()) {
      answer(exchange, new Refused(400, "invalidFilter"));
      return;
    }
    var found = new ArrayList<JsonNode>();
    for (var user : users.values()) {
      var value = user.path(filter.group(1)).asText();
      // RFC 7643: userName is not case-exact, externalId is.
      if (filter.group(1).equals("userName")
          ? value.equalsIgnoreCase(text.get())
          : value.equals(text.get())) {
        found.add(user);
      }
    }
    var list = JSON.createObjectNode();
    list.putArray("schemas").add(LIST);
    list.put("totalResults", found.size());
    if (!found.isEmpty()) {
      list.set("Resources", JSON.valueToTree(found));
    }
    answer(exchange, list);
  }

  private void group(HttpExchange exchange, String id) throws IOException {
    switch (exchange.getRequestMethod()) {
      case "GET" -> answer(exchange, listed(id));
      case "PATCH" -> {
        var refused = patch(exchange, groups.get(id));
        if (refused.isPresent()) {
          answer(exchange, refused.get());
        } else {
          TargetServer.answer(exchange, 204, new byte[0]);
        }
      }
      default -> answer(exchange, new Refused(405, ""));
    }
  }

  /** An attribute without a value is left out: RFC 7643, 2.5. */
  private ObjectNode listed(String id) {
    var group = JSON.createObjectNode();
    group.putArray("schemas").add(CORE + "Group");
    group.put("id", id).put("displayName", "the group " + id);
    if (!isForgetful && !groups.get(id).isEmpty()) {
      var members = group.putArray("members");
      groups
          .get(id)
          .forEach(
              member ->
                  members
                      .addObject()
                      .put("value", member)
                      .put("$ref", base() + "/Users/" + member)
                      .put("display", "somebody"));
    }
    return group;
  }

  private Optional<Refused> patch(HttpExchange exchange, Set<String> members) throws IOException {
    if (!MEDIA_TYPE.equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
      return Optional.of(new Refused(415, ""));
    }
    var patch = JSON.readTree(exchange.getRequestBody());
    var operation = patch.path("Operations").path(0);
    if (!patch.path("schemas").path(0).asText().equals(PATCH)
        || patch.path("Operations").size() != 1) {
      return Optional.of(new Refused(400, "invalidSyntax"));
    }
    return switch (operation.path("op").asText()) {
      case "add" -> add(operation, members);
      case "remove" -> remove(operation, members);
      default -> Optional.of(new Refused(400, "invalidSyntax"));
    };
  }

  private Optional<Refused> add(JsonNode operation, Set<String> members) {
    if (!operation.path("path").asText().equals("members") || !operation.path("value").isArray()) {
      return Optional.of(new Refused(400, "invalidPath"));
    }
    var values = new ArrayList<String>();
    operation.path("value").forEach(value -> values.add(value.path("value").asText()));
    if (values.isEmpty() || !users.keySet().containsAll(values)) {
      return Optional.of(new Refused(400, "invalidValue"));
    }
    members.addAll(values);
    return Optional.empty();
  }

  private static Optional<Refused> remove(JsonNode operation, Set<String> members) {
    var path = MEMBER.matcher(operation.path("path").asText());
    var member = path.matches() ? text(path.group(1)) : Optional.<String>empty();
    if (member.isEmpty() || operation.has("value")) {
      return Optional.of(new Refused(400, "invalidPath"));
    }
    return members.remove(member.get())
        ? Optional.empty()
        : Optional.of(new Refused(400, "noTarget"));
  }

  /** What stands in quotes, if that is one text of JSON and nothing else. */
  private static Optional<String> text(String quoted) {
    try {
      var node = JSON.readTree(quoted);
      return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    } catch (IOException garbled) {
      return Optional.empty();
    }
  }

  private static Map<String, String> query(HttpExchange exchange) {
    var all = new LinkedHashMap<String, String>();
    var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    for (var part : query.split("&")) {
      var pair = part.split("=", 2);
      all.put(pair[0], pair.length == 1 ? "" : decoded(pair[1]));
    }
    return all;
  }

  private static String last(String path) {
    return decoded(path.substring(path.lastIndexOf('/') + 1));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, Refused refused) throws IOException {
    var error = JSON.createObjectNode();
    error.putArray("schemas").add(ERROR);
    error.put("status", Integer.toString(refused.status())).put("scimType", refused.scimType());
    TargetServer.answer(exchange, refused.status(), JSON.writeValueAsBytes(error));
  }

  private static void answer(HttpExchange exchange, JsonNode body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", MEDIA_TYPE);
    TargetServer.answer(exchange, 200, JSON.writeValueAsBytes(body));
  }
}
