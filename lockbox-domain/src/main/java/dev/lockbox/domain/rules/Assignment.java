package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.ResourceName;

/**
 * That somebody holds a role somewhere, and below it.
 *
 * @param holder where mail reaches them, too: who may decide is told what there is to decide
 * @param resources the beginning of a resource's name, up to a slash or the name's end, in any case
 *     of letters: a subscription, or a resource; empty for the whole tenant
 */
public record Assignment(Member holder, CustomerRole role, String resources) {
  private static final int PREFIX_CHARS_MAX = 512;

  public Assignment {
    Bounds.within(
        "resources of an assignment in characters", resources.length(), 0, PREFIX_CHARS_MAX);
  }

  /** What holds the scope is not in it: who reads a subscription does not read the tenant. */
  public boolean covers(ResourceName resource) {
    return Branch.holds(resources, resource);
  }

  public boolean isOnWholeTenant() {
    return resources.isEmpty();
  }
}
