package dev.lockbox.audit.ocsf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The rules of OCSF 1.8.0 for the classes, profile and objects that our records use: what must be
 * there, what may be there, and which numbers mean something. They stand as data in {@code
 * ocsf/rules-1.8.0.json}, taken from the published schema; an attribute they do not name is a
 * complaint, so that a new one is looked up before it is used.
 */
final class OcsfRules {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode rules = resource("/ocsf/rules-1.8.0.json");

  static JsonNode resource(String name) {
    try (var in = OcsfRules.class.getResourceAsStream(name)) {
      return JSON.readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }

  static JsonNode parse(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException notJson) {
      throw new UncheckedIOException("not JSON", notJson);
    }
  }

  /** What is wrong with the event; empty when nothing is. */
  List<String> complaints(JsonNode event) {
    var complaints = new ArrayList<String>();
    var ofClass = rules.path("classes").path(event.path("class_uid").asText());
    if (ofClass.isMissingNode()) {
      return List.of("class %s is not ours".formatted(event.path("class_uid")));
    }
    attributes("event", event, applicable(event, ofClass), complaints);
    numbers(event, ofClass, complaints);
    objects(event, complaints);
    return complaints;
  }

  private List<JsonNode> applicable(JsonNode event, JsonNode ofClass) {
    var applicable = new ArrayList<>(List.of(rules.path("every"), ofClass));
    event
        .path("metadata")
        .path("profiles")
        .forEach(profile -> applicable.add(rules.path("profiles").path(profile.asText())));
    return applicable;
  }

  private static void attributes(
      String where, JsonNode node, List<JsonNode> applicable, List<String> complaints) {
    var allowed = new HashSet<String>();
    for (var rule : applicable) {
      if (rule.isMissingNode()) {
        complaints.add("%s: no rules are known".formatted(where));
      }
      texts(rule, "required").stream()
          .filter(name -> !node.hasNonNull(name))
          .forEach(name -> complaints.add("%s: %s is missing".formatted(where, name)));
      var oneOf = texts(rule, "oneOf");
      if (!oneOf.isEmpty() && oneOf.stream().noneMatch(node::hasNonNull)) {
        complaints.add("%s: none of %s is there".formatted(where, oneOf));
      }
      allowed.addAll(texts(rule, "required"));
      allowed.addAll(texts(rule, "allowed"));
      allowed.addAll(oneOf);
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!allowed.contains(name)) {
                complaints.add("%s: %s is not an attribute".formatted(where, name));
              }
            });
  }

  private void numbers(JsonNode event, JsonNode ofClass, List<String> complaints) {
    enums(event, rules.path("every").path("enums"), complaints);
    enums(event, ofClass.path("enums"), complaints);
    if (event.path("category_uid").asInt() != ofClass.path("category_uid").asInt()) {
      complaints.add("category_uid is not the class's");
    }
    var type = event.path("class_uid").asLong() * 100 + event.path("activity_id").asLong();
    if (event.path("type_uid").asLong() != type) {
      complaints.add("type_uid is not %s".formatted(type));
    }
    if (event.path("activity_id").asInt() == 99 && !event.hasNonNull("activity_name")) {
      complaints.add("activity 99 has no name");
    }
  }

  private static void enums(JsonNode event, JsonNode enums, List<String> complaints) {
    for (Map.Entry<String, JsonNode> each : enums.properties()) {
      var value = event.get(each.getKey());
      if (value != null
          && StreamSupport.stream(each.getValue().spliterator(), false).noneMatch(value::equals)) {
        complaints.add("%s cannot be %s".formatted(each.getKey(), value));
      }
    }
  }

  /** Everything below the event itself, except {@code unmapped}, which is ours. */
  private void objects(JsonNode node, List<String> complaints) {
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      var name = each.getKey();
      if (name.equals("unmapped")) {
        continue;
      }
      type(name, each.getValue(), complaints);
      var children = each.getValue().isArray() ? each.getValue() : List.of(each.getValue());
      for (var child : children) {
        if (child.isObject()) {
          attributes(name, child, List.of(rules.path("objects").path(name)), complaints);
          objects(child, complaints);
        }
      }
    }
  }

  private void type(String name, JsonNode value, List<String> complaints) {
    var right =
        texts(rules, "whole").contains(name)
            ? value.isIntegralNumber()
            : texts(rules, "flags").contains(name)
                ? value.isBoolean()
                : texts(rules, "lists").contains(name)
                    ? value.isArray() && !value.isEmpty()
                    : value.isTextual() || value.isObject();
    if (!right) {
      complaints.add("%s cannot be %s".formatted(name, value));
    }
  }

  private static Set<String> texts(JsonNode rule, String name) {
    var texts = new HashSet<String>();
    rule.path(name).forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
