package dev.lockbox.api.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.DiffFlags;
import com.flipkart.zjsonpatch.JsonDiff;
import dev.lockbox.domain.rules.Settings;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.StreamSupport;

/** In what some rules differ from others, as the API would show both. */
public final class SettingsDiff {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final EnumSet<DiffFlags> EACH_PLACE_BY_ITSELF =
      EnumSet.of(
          DiffFlags.OMIT_MOVE_OPERATION,
          DiffFlags.OMIT_COPY_OPERATION,
          DiffFlags.ADD_ORIGINAL_VALUE_ON_REPLACE);

  private SettingsDiff() {}

  /**
   * A line each, for example {@code /limits/accessFor: "PT8H" -> "PT1H"}; the path is a JSON
   * pointer (RFC 6901). Empty where they are the same.
   */
  public static List<String> lines(Settings standing, Settings wanted) {
    var patch = JsonDiff.asJson(json(standing), json(wanted), EACH_PLACE_BY_ITSELF);
    return StreamSupport.stream(patch.spliterator(), false).map(SettingsDiff::line).toList();
  }

  private static JsonNode json(Settings settings) {
    return JSON.valueToTree(SettingsJson.of(settings));
  }

  private static String line(JsonNode change) {
    var path = change.path("path").asText();
    var value = change.path("value");
    return switch (change.path("op").asText()) {
      case "add" -> "%s: added %s".formatted(path, value);
      case "remove" -> "%s: removed %s".formatted(path, value);
      case "replace" -> "%s: %s -> %s".formatted(path, change.path("fromValue"), value);
      default -> throw new IllegalStateException("no such change: " + change);
    };
  }
}
