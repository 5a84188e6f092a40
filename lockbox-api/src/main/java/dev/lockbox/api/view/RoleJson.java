package dev.lockbox.api.view;

import dev.lockbox.api.json.Needed;
import dev.lockbox.api.tag.Tagged;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.roles.RoleState.Defined;
import dev.lockbox.domain.staff.Role;
import dev.lockbox.events.message.RoleSnapshot;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A lockbox role as it stands.
 *
 * @param version the number of events that led here
 * @param definition what it is; null: it was withdrawn, and its id is closed for good
 */
@Introspected
@Schema(name = "Role")
public record RoleJson(String id, long version, @Nullable DefinitionJson definition)
    implements Tagged {

  /**
   * What a role lets its members ask for; every name must be there.
   *
   * @param actions names of the actions, at most 256
   * @param scopes beginnings of resource names, at most 256
   * @param level the most that may be permitted
   * @param accessFor the longest access that may be asked for, ISO 8601; at most PT24H
   * @param heldFor the longest membership before a manager must say yes again, ISO 8601; at most
   *     P366D
   * @param prerequisites ids of the roles that a member must hold too, at most 16
   * @param approvesAs what its members approve as inside the provider; null: they do not
   */
  @Introspected
  @Schema(name = "RoleDefinition")
  public record DefinitionJson(
      @Needed List<String> actions,
      @Needed List<String> scopes,
      @Needed PermissionLevel level,
      @Needed String accessFor,
      @Needed String heldFor,
      @Needed List<String> prerequisites,
      @Needed @Nullable String approvesAs) {

    static DefinitionJson of(Role role) {
      return new DefinitionJson(
          sorted(role.actions()),
          sorted(role.scopes()),
          role.level(),
          role.accessFor().toString(),
          role.heldFor().toString(),
          sorted(role.prerequisites()),
          role.approvesAs().map(GroupId::value).orElse(null));
    }

    /**
     * Throws {@link IllegalArgumentException} for what is out of bounds, and {@link
     * java.time.format.DateTimeParseException} for what is no duration.
     */
    public Role toDomain() {
      return new Role(
          set(actions, ActionName::new),
          set(scopes, ResourceName::new),
          level,
          Duration.parse(accessFor),
          Duration.parse(heldFor),
          set(prerequisites, RoleId::new),
          Optional.ofNullable(approvesAs).map(GroupId::new));
    }
  }

  public static RoleJson of(RoleSnapshot snapshot) {
    var definition =
        snapshot.state() instanceof Defined defined ? DefinitionJson.of(defined.role()) : null;
    return new RoleJson(snapshot.role().value(), snapshot.state().version(), definition);
  }

  static <T extends Comparable<T>> List<String> sorted(Collection<T> set) {
    return set.stream().sorted().map(Object::toString).toList();
  }

  static <T> Set<T> set(List<String> texts, Function<String, T> id) {
    var set = new HashSet<T>();
    for (var text : texts) {
      if (!set.add(id.apply(text))) {
        throw new IllegalArgumentException("%s is named twice".formatted(text));
      }
    }
    return set;
  }
}
