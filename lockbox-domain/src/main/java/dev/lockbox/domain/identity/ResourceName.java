package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/**
 * What an engineer asks to touch, for example {@code /clusters/aro1/ns/openshift-etcd}. Printable
 * ASCII without spaces, 1 to 512 characters.
 */
public record ResourceName(String value) implements Comparable<ResourceName> {
  private static final Pattern SHAPE = Pattern.compile("[!-~]{1,512}");

  public ResourceName {
    Ids.matching(SHAPE, "resource", value);
  }

  @Override
  public int compareTo(ResourceName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
