package dev.lockbox.domain.rules;

import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.CommandLine;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonalText;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One command that may be given where there is a list of them.
 *
 * @param id by which records name it; empty where nobody gave it one, and they tell its place in
 *     the list
 * @param channels it holds for; empty for all
 * @param actions one of which the grant must list; empty for any grant, at most {@value
 *     #ACTIONS_MAX}
 * @param verb the whole command or cmdlet, in any case: {@code Get-Mailbox}; 1 to 128 characters
 * @param parameters that may be given with it, by their names in any case, and what their values
 *     may be; one that is not listed may not be given, at most {@value #PARAMETERS_MAX}
 */
public record CommandRule(
    Optional<Code> id,
    Set<Channel> channels,
    Set<ActionName> actions,
    String verb,
    Map<String, Wildcard> parameters) {
  public static final int ACTIONS_MAX = 32;
  public static final int PARAMETERS_MAX = 32;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.][A-Za-z0-9_.:/-]{0,127}");

  public CommandRule {
    channels = Set.copyOf(channels);
    Bounds.atMost("actions of a command", actions, ACTIONS_MAX);
    actions = Set.copyOf(actions);
    mustBeAWord(verb);
    Bounds.atMost("parameters of a command", parameters.keySet(), PARAMETERS_MAX);
    parameters.keySet().forEach(CommandRule::mustBeAWord);
    var named = new TreeMap<String, Wildcard>(String.CASE_INSENSITIVE_ORDER);
    named.putAll(parameters);
    if (named.size() != parameters.size()) {
      throw new IllegalArgumentException("parameters of %s must be distinct".formatted(verb));
    }
    parameters = Collections.unmodifiableSortedMap(named);
  }

  /**
   * Whether there is a list at all for this channel.
   *
   * @param channel empty where it is not known
   */
  boolean isFor(Optional<Channel> channel) {
    return channels.isEmpty() || channel.isEmpty() || channels.contains(channel.get());
  }

  /** Whether it is for the verb that is typed, whatever it says of the rest. */
  boolean isOf(CommandLine command) {
    return verb.toLowerCase(Locale.ROOT).equals(command.verb().toLowerCase(Locale.ROOT));
  }

  boolean allows(CommandLine command, List<ActionName> granted) {
    return isOf(command)
        && (actions.isEmpty() || granted.stream().anyMatch(actions::contains))
        && command.parameters().entrySet().stream().allMatch(this::allows);
  }

  private boolean allows(Map.Entry<String, PersonalText> given) {
    var allowed = parameters.get(given.getKey());
    return allowed != null && allowed.matches(given.getValue().text());
  }

  private static void mustBeAWord(String given) {
    if (!WORD.matcher(given).matches()) {
      throw new IllegalArgumentException(
          "a command and its parameters must match " + WORD.pattern());
    }
  }
}
