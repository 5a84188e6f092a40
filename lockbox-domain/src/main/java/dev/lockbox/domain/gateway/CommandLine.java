package dev.lockbox.domain.gateway;

import dev.lockbox.domain.identity.PersonalText;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What was typed, taken apart by the gateway.
 *
 * @param verb the command or cmdlet, for example {@code Get-Mailbox}; 1 to 128 characters
 * @param parameters by their names, at most {@value #PARAMETERS_MAX}; one without a value is the
 *     verb's business and is left out. A value may name a person, so it can be erased
 */
public record CommandLine(String verb, Map<String, PersonalText> parameters) {
  public static final int PARAMETERS_MAX = 32;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.][A-Za-z0-9_.:/-]{0,127}");

  public CommandLine {
    Told.matching(WORD, "verb", verb);
    Told.some("parameters", parameters.keySet(), PARAMETERS_MAX)
        .forEach(name -> Told.matching(WORD, "name of a parameter", name));
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }
}
