package dev.lockbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * The OpenAPI description of the API, and what answers have to be by it. It is taken at its word:
 * what it does not speak of is not answered either, whether a status, a type, a header that clients
 * act on or a name in a body. Only of an answer that refuses a path or a method which it does not
 * know it is enough to look like the other errors there.
 */
final class Described {
  /** The second is a compiler's own choice, where nobody told it the name. */
  private static final List<String> FILES =
      List.of("/META-INF/swagger/lockbox-api.yml", "/META-INF/swagger/lockbox-1.yml");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final String STREAM = "text/event-stream";

  /** What clients act on; the others are the same everywhere, or the transport's. */
  private static final List<String> HEADERS =
      List.of("ETag", "Link", "Location", "Retry-After", "WWW-Authenticate", "X-Request-ID");

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  private static final Described API = new Described(ofThisBuild());

  private final JsonNode schemas;
  private final List<Route> routes;
  private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getOpenApi30());

  /** Each is put together once, and what it refers to with it. */
  private final Map<JsonNode, Schema> known = new ConcurrentHashMap<>();

  /**
   * One of the description.
   *
   * @param path as it stands there, with the names of its variables
   * @param headers that may be sent with it
   */
  record Route(String method, String path, JsonNode responses, Set<String> headers) {
    boolean isOf(String asked, String rawPath) {
      return method.equals(asked.equals("HEAD") ? "GET" : asked) && matches(path, rawPath);
    }

    private static boolean matches(String template, String rawPath) {
      var here = template.split("/", -1);
      var there = rawPath.split("/", -1);
      var same = here.length == there.length;
      for (var i = 0; same && i < here.length; i++) {
        same = isVariable(here[i]) ? !there[i].isEmpty() : here[i].equals(there[i]);
      }
      return same;
    }

    private static boolean isVariable(String segment) {
      return VARIABLE.matcher(segment).matches();
    }

    private long variables() {
      return VARIABLE.matcher(path).results().count();
    }

    /** The first word of its path, as all that belongs together has it. */
    private String family() {
      return path.split("/", -1)[1];
    }

    /** What it is answered with, by its status or by the hundred in which that is. */
    private Optional<JsonNode> response(int status) {
      return Stream.of(Integer.toString(status), status / 100 + "XX")
          .filter(responses::has)
          .findFirst()
          .map(responses::path);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  Described(JsonNode description) {
    var strict = description.deepCopy();
    tighten(strict);
    this.schemas = strict.path("components");
    this.routes =
        strict.path("paths").properties().stream()
            .flatMap(
                path ->
                    path.getValue().properties().stream()
                        .map(
                            one ->
                                new Route(
                                    one.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    one.getValue().path("responses"),
                                    headers(one.getValue().path("parameters")))))
            .sorted(Comparator.comparingLong(Route::variables))
            .toList();
  }

  private static JsonNode ofThisBuild() {
    for (var file : FILES) {
      try (var in = Described.class.getResourceAsStream(file)) {
        if (in != null) {
          return JSON.valueToTree(new Yaml().load(in));
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    throw new IllegalStateException("the compiler made none of " + FILES);
  }

  /** The one of this build. */
  static Described api() {
    return API;
  }

  /**
   * Puts two things so that any validator reads them as they are meant. What names its properties
   * has no others, though clients are told no such thing: more may come. And beside a reference,
   * {@code nullable} means that null may stand in the place of what is referred to.
   */
  private static void tighten(JsonNode node) {
    if (node instanceof ObjectNode schema) {
      if (schema.path("type").asText().equals("object")
          && schema.path("properties").isObject()
          && !schema.has("additionalProperties")) {
        schema.put("additionalProperties", false);
      }
      if (schema.path("nullable").asBoolean() && schema.has("allOf")) {
        var either = schema.putArray("anyOf");
        either.addObject().set("allOf", schema.remove("allOf"));
        either.addObject().put("nullable", true).putArray("enum").addNull();
      }
    }
    node.forEach(Described::tighten);
  }

  private static Set<String> headers(JsonNode parameters) {
    return parameters
        .valueStream()
        .filter(one -> one.path("in").asText().equals("header"))
        .map(one -> one.path("name").asText())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Every route and status with which something is done, as {@code GET /v1/… 200}. */
  List<String> successes() {
    return routes.stream()
        .flatMap(route -> statuses(route, "2").map(status -> route + " " + status))
        .sorted()
        .toList();
  }

  /** Every route, as {@code GET /v1/…}, and with what it may be refused. */
  Map<String, Set<String>> refusals() {
    return byRoute("4");
  }

  /** The same, and with what it may fail. */
  Map<String, Set<String>> failures() {
    return byRoute("5");
  }

  private Map<String, Set<String>> byRoute(String start) {
    return routes.stream()
        .collect(
            Collectors.toMap(
                Route::toString,
                route -> statuses(route, start).collect(Collectors.toCollection(TreeSet::new)),
                (one, same) -> one,
                TreeMap::new));
  }

  private static Stream<String> statuses(Route route, String start) {
    return route.responses().properties().stream()
        .map(Map.Entry::getKey)
        .filter(status -> status.startsWith(start));
  }

  /** Every route that is described as answered so. */
  List<String> answering(String status) {
    return named(route -> route.responses().has(status));
  }

  /** Every route with which this header may be sent. */
  List<String> heeding(String header) {
    return named(route -> route.headers().contains(header));
  }

  private List<String> named(Predicate<Route> which) {
    return routes.stream().filter(which).map(Route::toString).sorted().toList();
  }

  /** Fails where an answer is not as it is described. */
  void holds(String method, String path, int status, HttpHeaders headers, String body) {
    assertThat(faults(method, path, status, headers, body)).as("%s %s", method, path).isEmpty();
  }

  /** Fails where an event of a stream is not as it is described. */
  void holdsEvent(String path, JsonNode data) {
    assertThat(eventFaults(path, data)).as("an event of %s", path).isEmpty();
  }

  /**
   * What is wrong with an answer, each with the route and the status.
   *
   * @param path as it was asked for, with its query
   */
  List<String> faults(String method, String path, int status, HttpHeaders headers, String body) {
    var rawPath = path.split("[?#]", 2)[0];
    var about =
        route(method, rawPath)
            .map(route -> route + " " + status)
            .orElse("%s %s %s".formatted(method, rawPath, status));
    var found = new TreeSet<String>();
    var routed = route(method, rawPath);
    if (routed.isEmpty() && others(rawPath).isEmpty()) {
      return List.of();
    }
    var response = routed.or(() -> refusing(rawPath, status)).flatMap(one -> one.response(status));
    if (response.isEmpty()) {
      found.add(routed.isEmpty() ? "the route is not described" : "the status is not described");
    } else {
      found.addAll(undescribed(response.get(), headers));
      found.addAll(missing(response.get(), headers));
      if (!method.equals("HEAD")) {
        found.addAll(bodyFaults(response.get(), headers, body));
      }
    }
    return found.stream().map(fault -> about + ": " + fault).toList();
  }

  private Optional<Route> route(String method, String rawPath) {
    return routes.stream().filter(route -> route.isOf(method, rawPath)).findFirst();
  }

  /** What is described beside a path. */
  private List<Route> others(String rawPath) {
    return routes.stream().filter(one -> rawPath.startsWith("/" + one.family() + "/")).toList();
  }

  /** One whose errors are those of a path that is not there. */
  private Optional<Route> refusing(String rawPath, int status) {
    return others(rawPath).stream()
        .filter(one -> status >= 400 && one.response(status).isPresent())
        .findFirst();
  }

  private static List<String> missing(JsonNode response, HttpHeaders headers) {
    return response.path("headers").properties().stream()
        .filter(one -> one.getValue().path("required").asBoolean())
        .map(Map.Entry::getKey)
        .filter(name -> headers.firstValue(name).isEmpty())
        .map("there is no header %s"::formatted)
        .toList();
  }

  private static List<String> undescribed(JsonNode response, HttpHeaders headers) {
    return HEADERS.stream()
        .filter(name -> headers.firstValue(name).isPresent())
        .filter(name -> !response.path("headers").has(name))
        .map("the header %s is not described"::formatted)
        .toList();
  }

  private List<String> bodyFaults(JsonNode response, HttpHeaders headers, String body) {
    var content = response.path("content");
    if (content.isEmpty()) {
      return body.isEmpty() ? List.of() : List.of("no body is described");
    }
    var type = headers.firstValue("Content-Type").orElse("none").split(";", 2)[0].strip();
    if (!content.has(type)) {
      return List.of("the type %s is not described".formatted(type));
    }
    return type.equals(STREAM) ? List.of() : faults(content.path(type).path("schema"), body);
  }

  private List<String> faults(JsonNode schema, String body) {
    try {
      return faults(schema, JSON.readTree(body));
    } catch (JsonProcessingException garbled) {
      return List.of("the body is no JSON: " + garbled.getOriginalMessage());
    }
  }

  private List<String> faults(JsonNode schema, JsonNode body) {
    return known.computeIfAbsent(schema, this::compiled).validate(body).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  private Schema compiled(JsonNode schema) {
    var whole = JSON.createObjectNode();
    whole.putArray("allOf").add(schema);
    whole.set("components", schemas);
    return registry.getSchema(whole);
  }

  /** What is wrong with an event of a stream. */
  List<String> eventFaults(String path, JsonNode data) {
    return route("GET", path.split("[?#]", 2)[0])
        .map(
            route ->
                faults(route.responses().at("/200/content").path(STREAM).path("schema"), data)
                    .stream()
                    .map(fault -> route + " 200: " + fault)
                    .toList())
        .orElse(List.of());
  }
}
