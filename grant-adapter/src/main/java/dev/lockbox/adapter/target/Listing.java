package dev.lockbox.adapter.target;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a target has, as far as it says.
 *
 * @param listed what is there, whoever made it
 * @param unread where there may be more, and why nobody knows: by the beginning of all ids there
 */
public record Listing(Set<Listed> listed, Map<String, String> unread) {
  /** Every id begins so. */
  private static final String ANYWHERE = "";

  public Listing {
    listed = Set.copyOf(listed);
    unread = Map.copyOf(unread);
  }

  /** All that there is. */
  public static Listing whole(Collection<Listed> listed) {
    return new Listing(Set.copyOf(listed), Map.of());
  }

  /** Nothing was said; there is what was there before, for all we know. */
  public static Listing unread(Set<Listed> before, String why) {
    return new Listing(before, Map.of(ANYWHERE, why));
  }

  /** The same, with what was there before where nobody knows. */
  public Listing and(Set<Listed> before) {
    var all = new LinkedHashSet<>(listed);
    before.stream()
        .filter(one -> unread.keySet().stream().anyMatch(one.id()::startsWith))
        .forEach(all::add);
    return new Listing(all, unread);
  }
}
