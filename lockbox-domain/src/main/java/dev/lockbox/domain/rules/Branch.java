package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.ResourceName;
import java.util.Locale;

/** How a rule's part of a resource name meets a resource: by whole segments, in any case. */
final class Branch {
  private Branch() {}

  /**
   * Whether the resource is the branch, lies below it, or holds it: whoever asks for all of a
   * cluster asks for the namespace in it too.
   *
   * @param branch the beginning of names, up to a slash or the name's end; empty for every name
   */
  static boolean meets(String branch, ResourceName resource) {
    var one = withSlash(branch);
    var other = withSlash(resource.value());
    return branch.isEmpty() || other.startsWith(one) || one.startsWith(other);
  }

  /**
   * Whether the resource is the branch or lies below it.
   *
   * @param branch as for {@link #meets}
   */
  static boolean holds(String branch, ResourceName resource) {
    return branch.isEmpty() || withSlash(resource.value()).startsWith(withSlash(branch));
  }

  /**
   * Whether one branch is the other or lies below it.
   *
   * @param inner as for {@link #meets}, as is {@code outer}
   */
  static boolean isWithin(String inner, String outer) {
    return outer.isEmpty() || (!inner.isEmpty() && withSlash(inner).startsWith(withSlash(outer)));
  }

  private static String withSlash(String name) {
    var text = name.toLowerCase(Locale.ROOT);
    return text.endsWith("/") ? text : text + "/";
  }
}
