package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/** What an engineer asks to do, for example {@code k8s.pod.logs}. 1 to 128 characters. */
public record ActionName(String value) implements Comparable<ActionName> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}");

  public ActionName {
    Ids.matching(SHAPE, "action", value);
  }

  @Override
  public int compareTo(ActionName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
