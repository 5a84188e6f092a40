package dev.lockbox.api.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** The OpenAPI description, generated from the routes, as Markdown. */
final class OpenApiTables {
  private static final String FILE = "/META-INF/swagger/lockbox-api.yml";
  private static final String REFERRED = "#/components/schemas/";

  private final JsonNode description;

  private OpenApiTables(JsonNode description) {
    this.description = description;
  }

  static OpenApiTables ofThisBuild() {
    try (var in = OpenApiTables.class.getResourceAsStream(FILE)) {
      return new OpenApiTables(new ObjectMapper().valueToTree(new Yaml().load(in)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** One row a route, in the order of the paths. */
  String routes() {
    var rows = new StringBuilder("| Route | | Query | Body | Answers |\n|---|---|---|---|---|\n");
    for (var path : description.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        rows.append(route(path.getKey(), method.getKey(), method.getValue()));
      }
    }
    return rows.toString();
  }

  private static String route(String path, String method, JsonNode route) {
    var query = String.join(", ", query(route.path("parameters")));
    var answers =
        route.path("responses").properties().stream()
            .filter(one -> !isOfItsHundred(one.getKey(), route.path("responses")))
            .sorted(Map.Entry.comparingByKey())
            .map(one -> "%s %s".formatted(one.getKey(), linked(one.getValue())).strip())
            .collect(Collectors.joining(", "));
    return "| `%s %s` | %s | %s | %s | %s |\n"
        .formatted(
            method.toUpperCase(Locale.ROOT),
            path,
            route.path("summary").asText(),
            query,
            linked(route.path("requestBody")),
            answers);
  }

  /** Whether a status is told by its hundred too, with the same body. */
  private static boolean isOfItsHundred(String status, JsonNode responses) {
    var hundred = status.charAt(0) + "XX";
    return !status.equals(hundred)
        && responses.has(hundred)
        && responses.path(hundred).path("content").equals(responses.path(status).path("content"));
  }

  private static List<String> query(JsonNode parameters) {
    var query = new ArrayList<String>();
    for (var parameter : parameters) {
      if (parameter.path("in").asText().equals("query")) {
        var isNeeded = parameter.path("required").asBoolean();
        query.add("`%s`%s".formatted(parameter.path("name").asText(), isNeeded ? " (needed)" : ""));
      }
    }
    return query;
  }

  private static String linked(JsonNode carrier) {
    return carrier.path("content").properties().stream()
        .map(one -> type(one.getValue().path("schema")))
        .collect(Collectors.joining());
  }

  /** One table a body, by its name. */
  String bodies() {
    return description.path("components").path("schemas").properties().stream()
        .map(one -> body(one.getKey(), one.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String body(String name, JsonNode schema) {
    var head = "### %s\n\n%s".formatted(name, paragraph(schema));
    if (schema.has("enum")) {
      return head + codes(schema.path("enum")) + "\n";
    }
    return schema.path("properties").properties().stream()
        .map(one -> field(one.getKey(), one.getValue()))
        .collect(Collectors.joining("", head + "| Field | Type | |\n|---|---|---|\n", ""));
  }

  private static String paragraph(JsonNode schema) {
    var text = schema.path("description").asText();
    return text.isEmpty() ? "" : text + "\n\n";
  }

  private static String codes(JsonNode symbols) {
    var all = new ArrayList<String>();
    symbols.forEach(symbol -> all.add("`%s`".formatted(symbol.asText())));
    return String.join(", ", all);
  }

  private static String field(String name, JsonNode schema) {
    return "| `%s` | %s%s | %s |\n"
        .formatted(
            name,
            type(schema),
            schema.path("nullable").asBoolean() ? " or null" : "",
            schema.path("description").asText());
  }

  private static String type(JsonNode schema) {
    if (schema.has("allOf")) {
      return type(schema.path("allOf").path(0));
    }
    if (schema.has("oneOf")) {
      return StreamSupport.stream(schema.path("oneOf").spliterator(), false)
          .map(OpenApiTables::type)
          .collect(Collectors.joining(" or "));
    }
    if (schema.has("$ref")) {
      var name = schema.path("$ref").asText().replace(REFERRED, "");
      return "[%s](#%s)".formatted(name, name.toLowerCase(Locale.ROOT));
    }
    var type = schema.path("type").asText();
    return switch (type) {
      case "array" -> "list of " + type(schema.path("items"));
      case "string" -> schema.path("format").asText().equals("date-time") ? "instant" : "string";
      default -> type;
    };
  }
}
