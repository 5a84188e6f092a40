package dev.lockbox.local.up;

import dev.lockbox.local.data.DataDirectory;
import java.util.Optional;

/**
 * What {@code up} is told.
 *
 * @param port of the API, kept from then on; empty for the one kept, or a free one the first time
 * @param demo whether tenants and a story are put on an empty directory
 */
public record UpSettings(DataDirectory data, Optional<Integer> port, boolean demo) {}
