package dev.lockbox.domain.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The support ticket an engineer works on: a foreign key, as the ticket system gave it when access
 * was asked for.
 *
 * @param system which ticket system, for example {@code servicedesk}; 1 to 64 characters
 * @param id the ticket's id there; 1 to 128 characters
 * @param url where a person reads it; https, at most 1024 characters
 */
public record Ticket(String system, String id, Optional<String> url) {
  private static final Pattern SYSTEM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9#][A-Za-z0-9._#/-]{0,127}");
  private static final Pattern URL = Pattern.compile("https://[!-~&&[^\"<>\\\\^`{|}]]{1,1016}");

  public Ticket {
    Ids.matching(SYSTEM, "ticket system", system);
    Ids.matching(ID, "ticket id", id);
    url.ifPresent(given -> Ids.matching(URL, "ticket url", given));
  }
}
