package dev.lockbox.local.up;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockbox.api.json.RecordJson;
import dev.lockbox.api.view.EngineerJson;
import dev.lockbox.api.view.RoleJson;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import dev.lockbox.local.intake.Documents;
import dev.lockbox.local.roles.Staff;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Roles and engineers as the API takes and answers them, whose service runs here too. */
public final class StaffDocument {
  private static final ObjectMapper SHOWN =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private StaffDocument() {}

  /** All of them. */
  record All(List<RoleJson> roles, List<EngineerJson> engineers) {}

  /**
   * A role as the API takes or answers it; only what it is counts.
   *
   * @param decisionId whatever it says, the attempt is a new one
   */
  record RoleFile(
      @Nullable String decisionId,
      @Nullable String id,
      @Nullable Long version,
      RoleJson.DefinitionJson definition) {}

  /** An engineer, likewise. */
  record EngineerFile(
      @Nullable String decisionId,
      @Nullable String id,
      @Nullable Long version,
      EngineerJson.DescriptionJson description,
      @Nullable JsonNode roles) {}

  /**
   * What a role is.
   *
   * @throws dev.lockbox.local.intake.BadDocument when the file does not say
   */
  public static Role role(Path file) {
    return read(file, RoleFile.class, parsed -> parsed.definition().toDomain());
  }

  /**
   * Who an engineer is.
   *
   * @throws dev.lockbox.local.intake.BadDocument when the file does not say
   */
  public static Description engineer(Path file) {
    return read(file, EngineerFile.class, parsed -> parsed.description().toDomain());
  }

  /** How they stand at {@code now}; of each what it is can be read back. */
  public static JsonNode show(Staff staff, Instant now) {
    var all =
        new All(
            staff.roles().stream().map(RoleJson::of).toList(),
            staff.engineers().stream().map(one -> EngineerJson.of(one, now)).toList());
    return SHOWN.valueToTree(all);
  }

  private static <T, R> R read(Path file, Class<T> type, Function<T, R> meaning) {
    var json = Documents.read(file, JsonNode.class);
    return Documents.checked(file.toString(), () -> meant(RecordJson.read(json, type), meaning));
  }

  private static <T, R> R meant(T parsed, Function<T, R> meaning) {
    try {
      return meaning.apply(parsed);
    } catch (DateTimeParseException notATime) {
      throw new IllegalArgumentException(
          "durations and instants must be ISO 8601, for example PT8H and 2026-12-31T00:00:00Z",
          notATime);
    }
  }
}
