package dev.lockbox.domain.gateway;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import java.util.Optional;

/**
 * One thing that an engineer did, or tried to do.
 *
 * @param prevented whether whoever saw it kept it from happening
 * @param command what was typed, where something was
 * @param bytesRead of the customer's data; 0 or more
 * @param entry of the log it was read from, in that log's words
 */
public record Deed(
    Witness witness,
    ActionName action,
    ResourceName resource,
    boolean prevented,
    Optional<CommandLine> command,
    long bytesRead,
    Optional<PersonalText> entry) {
  public Deed {
    if (bytesRead < 0) {
      throw new IllegalArgumentException(
          "bytesRead must not be negative, was %s".formatted(bytesRead));
    }
  }
}
