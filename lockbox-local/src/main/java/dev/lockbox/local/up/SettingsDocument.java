package dev.lockbox.local.up;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.DiffFlags;
import com.flipkart.zjsonpatch.JsonDiff;
import dev.lockbox.api.json.RecordJson;
import dev.lockbox.api.view.SettingsDiff;
import dev.lockbox.api.view.SettingsJson;
import dev.lockbox.api.view.TenantSettingsJson;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.local.intake.Documents;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a tenant as the API takes and answers them, whose service runs here too.
 *
 * @param decisionId whatever it says, the attempt is a new one
 * @param settings all of them
 * @param ifVersion of the tenant when it was read; as the API takes it
 * @param version the same, as the API answers it
 * @param plan that the tenant had when it was shown; passed over
 * @param members who was registered then; passed over
 * @param proposal what waited then; passed over
 */
public record SettingsDocument(
    @Nullable String decisionId,
    @Nullable SettingsJson settings,
    @Nullable Long ifVersion,
    @Nullable Long version,
    @Nullable String plan,
    @Nullable JsonNode members,
    @Nullable JsonNode proposal,
    @Nullable JsonNode issuers) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final EnumSet<DiffFlags> EACH_PLACE_BY_ITSELF =
      EnumSet.of(
          DiffFlags.OMIT_MOVE_OPERATION,
          DiffFlags.OMIT_COPY_OPERATION,
          DiffFlags.ADD_ORIGINAL_VALUE_ON_REPLACE);

  /**
   * What is to hold.
   *
   * @param ifVersion the version that it was made from; empty where the file names none
   */
  public record Wanted(Settings settings, Optional<Long> ifVersion) {
    /** In what it differs from what holds; a line each, as the portal shows it. */
    public List<String> changes(Settings standing) {
      return SettingsDiff.lines(standing, settings);
    }

    /**
     * The same for programs: a JSON patch (RFC 6902) that leads from what holds to what is wanted,
     * with {@code fromValue} beside each value that is replaced.
     */
    public JsonNode patch(Settings standing) {
      return JsonDiff.asJson(json(standing), json(settings), EACH_PLACE_BY_ITSELF);
    }
  }

  /**
   * @throws dev.lockbox.local.intake.BadDocument when the file holds no rules, or such as
   *     contradict themselves
   */
  public static Wanted read(Path file) {
    var parsed = Documents.read(file, SettingsDocument.class);
    Documents.require(file, "settings", parsed.settings);
    return Documents.checked(file.toString(), () -> new Wanted(parsed.rules(), parsed.madeFrom()));
  }

  /** What holds, and what waits to be confirmed; can be read back. */
  public static JsonNode show(Registered tenant) {
    return JSON.valueToTree(TenantSettingsJson.of(tenant));
  }

  /** As the API takes them. */
  public static JsonNode json(Settings settings) {
    return JSON.valueToTree(SettingsJson.of(settings));
  }

  /**
   * The rules in what {@link #show} prints and the API answers.
   *
   * @throws dev.lockbox.local.intake.BadDocument when there are such as are not known here
   */
  public static Settings settings(JsonNode shown) {
    return Documents.checked(
        "what the API answered",
        () -> rules(RecordJson.read(shown.path("settings"), SettingsJson.class)));
  }

  private Optional<Long> madeFrom() {
    return Optional.ofNullable(ifVersion).or(() -> Optional.ofNullable(version));
  }

  private Settings rules() {
    return rules(Objects.requireNonNull(settings));
  }

  private static Settings rules(SettingsJson given) {
    try {
      return given.toDomain();
    } catch (DateTimeParseException notADuration) {
      throw new IllegalArgumentException(
          "durations must be ISO 8601, for example PT8H", notADuration);
    }
  }
}
