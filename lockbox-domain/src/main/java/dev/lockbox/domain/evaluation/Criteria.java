package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import java.util.Set;

/**
 * When a check of what was stated is satisfied, where the deployment says so. Each set holds at
 * most {@value #WORDS_MAX}.
 *
 * @param justificationCharsMin from how many characters on a reason is one; 1 to 1000
 * @param alternativesCharsMin likewise, for what was tried before
 * @param reasonCodes that there are; empty for any
 * @param reasonsWithoutTicket that need no ticket, for example {@code PROVIDER_MAINTENANCE}
 * @param openStatuses of a ticket that is being worked on
 * @param countries from which work is allowed; empty for any that is said
 * @param strongMethods of signing in that cannot be phished
 * @param isIdentityBoth whether an isolated identity must also sign in by such a method; otherwise
 *     either suffices
 */
public record Criteria(
    int justificationCharsMin,
    int alternativesCharsMin,
    Set<Code> reasonCodes,
    Set<Code> reasonsWithoutTicket,
    Set<Code> openStatuses,
    Set<Country> countries,
    Set<Code> strongMethods,
    boolean isIdentityBoth) {
  public static final int WORDS_MAX = 256;
  private static final int CHARS_MAX = 1000;

  public static final Criteria DEFAULTS =
      new Criteria(
          10,
          10,
          Set.of(),
          Set.of(),
          Set.of(new Code("OPEN"), new Code("IN_PROGRESS")),
          Set.of(),
          Set.of(new Code("fido"), new Code("hwk"), new Code("sc")),
          false);

  public Criteria {
    reasonCodes = Set.copyOf(reasonCodes);
    reasonsWithoutTicket = Set.copyOf(reasonsWithoutTicket);
    openStatuses = Set.copyOf(openStatuses);
    countries = Set.copyOf(countries);
    strongMethods = Set.copyOf(strongMethods);
    Limits.within("justificationCharsMin", justificationCharsMin, 1, CHARS_MAX);
    Limits.within("alternativesCharsMin", alternativesCharsMin, 1, CHARS_MAX);
    Limits.atMost("reason codes", reasonCodes, WORDS_MAX);
    Limits.atMost("reasons without a ticket", reasonsWithoutTicket, WORDS_MAX);
    Limits.atMost("open statuses", openStatuses, WORDS_MAX);
    Limits.atMost("countries", countries, WORDS_MAX);
    Limits.atMost("strong methods", strongMethods, WORDS_MAX);
  }
}
