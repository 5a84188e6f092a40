package dev.lockbox.domain.gateway;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One thing that an engineer did, or tried to do.
 *
 * @param prevented whether whoever saw it kept it from happening
 * @param command what was typed, where something was
 * @param bytesRead of the customer's data; 0 or more
 * @param entry of the log it was read from, in that log's words
 * @param arguments with what it was done, by the names that requests ask for them; at most {@value
 *     #ARGUMENTS_MAX}. Empty where there were none, or none were told. A value may name a person,
 *     so it can be erased
 */
public record Deed(
    Witness witness,
    ActionName action,
    ResourceName resource,
    boolean prevented,
    Optional<CommandLine> command,
    long bytesRead,
    Optional<PersonalText> entry,
    Map<Code, PersonalText> arguments) {
  public static final int ARGUMENTS_MAX = 64;

  public Deed {
    Told.some("arguments", arguments.keySet(), ARGUMENTS_MAX);
    arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    if (bytesRead < 0) {
      throw new IllegalArgumentException(
          "bytesRead must not be negative, was %s".formatted(bytesRead));
    }
  }

  /** Whether a gateway could ask for it: nothing of it has happened. */
  public boolean isYetToBeDone() {
    return witness == Witness.GATEWAY && !prevented && bytesRead == 0 && entry.isEmpty();
  }

  /** The same, kept from happening. */
  public Deed kept() {
    return new Deed(witness, action, resource, true, command, bytesRead, entry, arguments);
  }
}
