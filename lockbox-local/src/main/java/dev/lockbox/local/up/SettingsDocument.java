package dev.lockbox.local.up;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockbox.api.view.SettingsDiff;
import dev.lockbox.api.view.SettingsJson;
import dev.lockbox.api.view.TenantSettingsJson;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.local.intake.Documents;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
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
  private static final ObjectMapper SHOWN =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

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
  public static String show(Registered tenant) {
    try {
      return SHOWN.writeValueAsString(TenantSettingsJson.of(tenant));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Optional<Long> madeFrom() {
    return Optional.ofNullable(ifVersion).or(() -> Optional.ofNullable(version));
  }

  private Settings rules() {
    try {
      return Objects.requireNonNull(settings).toDomain();
    } catch (DateTimeParseException notADuration) {
      throw new IllegalArgumentException(
          "durations must be ISO 8601, for example PT8H", notADuration);
    }
  }
}
