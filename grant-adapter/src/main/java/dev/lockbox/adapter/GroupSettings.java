package dev.lockbox.adapter;

import dev.lockbox.adapter.target.Group;
import dev.lockbox.adapter.target.Groups;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.service.setting.Given;
import io.micronaut.core.value.PropertyResolver;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The groups of the directory that are the lockbox's alone, {@code
 * lockbox.adapter.directory.groups}; see docs/grant-adapter.md. Read as they are: an id that YAML
 * takes for a number could become the id of another group.
 */
final class GroupSettings {
  private static final String NAME = "lockbox.adapter.directory.groups";

  private GroupSettings() {}

  /** Throws {@link IllegalArgumentException} naming the place of what is not understood. */
  static Groups in(PropertyResolver settings) {
    var given = settings.getProperty(NAME, Object.class).orElse(List.of());
    if (!(given instanceof List<?> groups)) {
      throw new IllegalArgumentException("%s must be a list, was %s".formatted(NAME, given));
    }
    return new Groups(
        IntStream.range(0, groups.size())
            .mapToObj(
                i -> Given.read("%s[%s]".formatted(NAME, i), groups.get(i), GroupSettings::group))
            .toList());
  }

  private static Group group(Given given) {
    return new Group(
        given.text("name"),
        given.text("id"),
        new TenantId(given.text("tenant")),
        given.texts("actions").stream().map(ActionName::new).collect(Collectors.toSet()),
        new ResourceName(given.text("resource")));
  }
}
