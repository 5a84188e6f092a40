package dev.lockbox.adapter.target;

import java.util.Arrays;
import java.util.Optional;

/** The attribute of a directory's users that holds an engineer's id. RFC 7643, 3.1 and 4.1.1. */
public enum UserBy {
  USER_NAME("userName"),
  EXTERNAL_ID("externalId");

  private final String attribute;

  UserBy(String attribute) {
    this.attribute = attribute;
  }

  /** Empty where nothing is called so. */
  public static Optional<UserBy> of(String attribute) {
    return Arrays.stream(values()).filter(one -> one.attribute.equals(attribute)).findFirst();
  }

  String attribute() {
    return attribute;
  }
}
