package dev.lockbox.adapter;

import dev.lockbox.adapter.target.Group;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A group of the directory that is the lockbox's alone, {@code
 * lockbox.adapter.directory.groups.NAME}.
 *
 * @param name in our log; small letters, digits and dashes, at most 63
 * @param id of the group at the directory
 * @param tenant at which customer its members may do something
 * @param actions all that its members may do there
 * @param resource on which
 */
@EachProperty("lockbox.adapter.directory.groups")
record GroupSettings(
    @Parameter String name, String id, String tenant, List<String> actions, String resource) {
  GroupSettings {
    actions = List.copyOf(actions);
  }

  /** Throws {@link IllegalArgumentException}, naming the group, for what is no such thing. */
  Group group() {
    try {
      return new Group(
          name,
          id,
          new TenantId(tenant),
          actions.stream().map(ActionName::new).collect(Collectors.toUnmodifiableSet()),
          new ResourceName(resource));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "lockbox.adapter.directory.groups.%s: %s".formatted(name, wrong.getMessage()), wrong);
    }
  }
}
