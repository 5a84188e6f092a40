package dev.lockbox.adapter.target;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.adapter.target.TargetFailed.Scope;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The words of SCIM 2.0: RFC 7643 has the resources, RFC 7644 the filters, lists and patches. */
final class Scim {
  static final String MEDIA_TYPE = "application/scim+json";
  private static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private Scim() {}

  /**
   * A user.
   *
   * @param name what the attribute says that holds an engineer's id; empty where that is no text
   * @param isActive whether the directory does not say that it is switched off
   */
  record User(String id, Optional<String> name, boolean isActive) {}

  /** RFC 7644, 3.4.2.2: what is compared is written as in JSON. */
  static String equal(String attribute, String text) {
    return "%s eq %s".formatted(attribute, quoted(text));
  }

  /** RFC 7644, 3.5.2.1. */
  static byte[] adding(String member) {
    var operation = JSON.createObjectNode().put("op", "add").put("path", "members");
    operation.putArray("value").addObject().put("value", member);
    return patch(operation);
  }

  /** RFC 7644, 3.5.2.2: that one, and nobody else. */
  static byte[] removing(String member) {
    var path = "members[%s]".formatted(equal("value", member));
    return patch(JSON.createObjectNode().put("op", "remove").put("path", path));
  }

  /**
   * Who is in a group.
   *
   * @param ids each once
   * @param isWhole whether all of them have an id that can be read
   */
  record Members(Set<String> ids, boolean isWhole) {}

  static Members members(byte[] body, String group) throws TargetFailed {
    var resource = read(body);
    mustBe(group, resource);
    var members = attribute(resource, "members");
    if (!members.isMissingNode() && !members.isNull() && !members.isArray()) {
      throw unreadable("a group's members are no list");
    }
    var ids = new LinkedHashSet<String>();
    var isWhole = true;
    for (var member : members) {
      var id = attribute(member, "value").asText();
      if (Group.isId(id)) {
        ids.add(id);
      } else {
        isWhole = false;
      }
    }
    return new Members(ids, isWhole);
  }

  static User user(byte[] body, String id, UserBy by) throws TargetFailed {
    var resource = read(body);
    mustBe(id, resource);
    return user(resource, by);
  }

  /** The only one that was found; empty where there is none, or more than one. */
  static Optional<User> only(byte[] body, UserBy by) throws TargetFailed {
    var found = read(body);
    var total = attribute(found, "totalResults");
    var resources = attribute(found, "Resources");
    if (!total.isIntegralNumber()) {
      throw unreadable("what was found has no number");
    }
    return total.asLong() == 1 && resources.size() == 1
        ? Optional.of(user(resources.path(0), by))
        : Optional.empty();
  }

  private static User user(JsonNode resource, UserBy by) throws TargetFailed {
    var name = attribute(resource, by.attribute());
    var active = attribute(resource, "active");
    return new User(
        id(attribute(resource, "id")),
        name.isTextual() ? Optional.of(name.asText()) : Optional.empty(),
        active.isMissingNode() || active.isNull() || active.asBoolean(false));
  }

  /** Whether the answer says that whom a patch was to remove is not there: RFC 7644, 3.12. */
  static boolean isNoTarget(byte[] body) {
    try {
      return attribute(read(body), "scimType").asText().equals("noTarget");
    } catch (TargetFailed unreadable) {
      return false;
    }
  }

  /** RFC 7643, 2.1: an attribute's name is the same in other letters. One of two is none. */
  private static JsonNode attribute(JsonNode of, String name) throws TargetFailed {
    var found = of.path(name);
    for (var field : of.properties()) {
      if (field.getKey().equalsIgnoreCase(name) && !field.getKey().equals(name)) {
        if (!found.isMissingNode()) {
          throw unreadable("an answer of the directory says twice what is its " + name);
        }
        found = field.getValue();
      }
    }
    return found;
  }

  private static void mustBe(String id, JsonNode resource) throws TargetFailed {
    if (!attribute(resource, "id").asText().equals(id)) {
      throw unreadable("the directory answered with something else than " + id);
    }
  }

  private static String id(JsonNode id) throws TargetFailed {
    if (!id.isTextual() || !Group.isId(id.asText())) {
      throw unreadable("an id must be printable ASCII without spaces, 1 to 128 characters");
    }
    return id.asText();
  }

  private static JsonNode read(byte[] body) throws TargetFailed {
    try {
      return JSON.readTree(body);
    } catch (IOException unreadable) {
      throw new TargetFailed(
          Scope.ASSIGNMENT, "an answer of the directory cannot be read", unreadable);
    }
  }

  private static TargetFailed unreadable(String what) {
    return new TargetFailed(Scope.ASSIGNMENT, what);
  }

  private static byte[] patch(ObjectNode operation) {
    var patch = JSON.createObjectNode();
    patch.putArray("schemas").add(PATCH);
    patch.putArray("Operations").add(operation);
    try {
      return JSON.writeValueAsBytes(patch);
    } catch (JsonProcessingException never) {
      throw new IllegalStateException("texts can always be written", never);
    }
  }

  private static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException never) {
      throw new IllegalStateException("texts can always be written", never);
    }
  }
}
