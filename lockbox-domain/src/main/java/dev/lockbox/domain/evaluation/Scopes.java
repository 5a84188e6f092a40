package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.identity.ResourceName;
import java.util.Locale;
import java.util.Set;

/** Beginnings of resource names: by whole segments, in any case of letters. */
final class Scopes {
  private Scopes() {}

  /** Whether the resource is one of these, or lies below one; what lies above is not held. */
  static boolean hold(Set<ResourceName> scopes, ResourceName resource) {
    var name = withSlash(resource.value());
    return scopes.stream().anyMatch(scope -> name.startsWith(withSlash(scope.value())));
  }

  /** Whether the resource is the beginning, lies below it, or holds it; empty meets all. */
  static boolean meet(String beginning, ResourceName resource) {
    var one = withSlash(beginning);
    var other = withSlash(resource.value());
    return beginning.isEmpty() || other.startsWith(one) || one.startsWith(other);
  }

  private static String withSlash(String name) {
    var text = name.toLowerCase(Locale.ROOT);
    return text.endsWith("/") ? text : text + "/";
  }
}
