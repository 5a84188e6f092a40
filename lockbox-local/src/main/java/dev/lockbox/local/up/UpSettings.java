package dev.lockbox.local.up;

import dev.lockbox.local.data.DataDirectory;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code up} is told.
 *
 * @param port of the API, kept from then on; empty for the one kept, or a free one the first time
 * @param demo whether tenants and a story are put on an empty directory
 * @param config settings in YAML for all services; what {@code up} itself sets wins
 */
public record UpSettings(
    DataDirectory data, Optional<Integer> port, boolean demo, Optional<Path> config) {
  /** With no settings of its own. */
  public UpSettings(DataDirectory data, Optional<Integer> port, boolean demo) {
    this(data, port, demo, Optional.empty());
  }
}
