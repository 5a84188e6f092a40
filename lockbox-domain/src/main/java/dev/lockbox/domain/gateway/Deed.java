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
 * @param times how often it was kept from happening, each time alike and in one minute; 1 to
 *     {@value #TIMES_MAX}, and 1 for all that was not prevented
 */
public record Deed(
    Witness witness,
    ActionName action,
    ResourceName resource,
    boolean prevented,
    Optional<CommandLine> command,
    long bytesRead,
    Optional<PersonalText> entry,
    Map<Code, PersonalText> arguments,
    int times) {
  public static final int ARGUMENTS_MAX = 64;
  public static final int TIMES_MAX = 1_000_000;

  public Deed {
    Told.some("arguments", arguments.keySet(), ARGUMENTS_MAX);
    arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    if (bytesRead < 0) {
      throw new IllegalArgumentException(
          "bytesRead must not be negative, was %s".formatted(bytesRead));
    }
    if (times < 1 || times > TIMES_MAX) {
      throw new IllegalArgumentException(
          "times must be 1 to %s, was %s".formatted(TIMES_MAX, times));
    }
    if (times > 1 && !prevented) {
      throw new IllegalArgumentException(
          "what happened is told each time by itself, was told %s times".formatted(times));
    }
  }

  /** It was so once. */
  public Deed(
      Witness witness,
      ActionName action,
      ResourceName resource,
      boolean prevented,
      Optional<CommandLine> command,
      long bytesRead,
      Optional<PersonalText> entry,
      Map<Code, PersonalText> arguments) {
    this(witness, action, resource, prevented, command, bytesRead, entry, arguments, 1);
  }

  /** Whether a gateway could ask for it: nothing of it has happened. */
  public boolean isYetToBeDone() {
    return witness == Witness.GATEWAY && !prevented && bytesRead == 0 && entry.isEmpty();
  }

  /** The same, kept from happening. */
  public Deed kept() {
    return kept(times);
  }

  /** The same, kept from happening so often. */
  public Deed kept(int often) {
    return new Deed(witness, action, resource, true, command, bytesRead, entry, arguments, often);
  }
}
