package dev.lockbox.api.tag;

import java.util.OptionalLong;

/** What is answered to a GET with a tag of all that it says. */
public interface Tagged {
  /** The version by which a change names what was read; empty for what has none. */
  default OptionalLong readVersion() {
    return OptionalLong.empty();
  }
}
