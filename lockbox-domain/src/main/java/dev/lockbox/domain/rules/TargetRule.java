package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What holds for sessions on some targets only.
 *
 * @param under the beginning of their names, by whole segments; 1 to 512 characters
 * @param idleAfter how long nothing may be done in a session on one; empty for what holds for all
 * @param sessionsMax how many of an engineer's sessions one target may have at once; 1 to {@value
 *     #SESSIONS_MAX}
 * @param engineers who may have any; empty for whomever a grant lets in, at most {@value
 *     #ENGINEERS_MAX}
 */
public record TargetRule(
    String under, Optional<Duration> idleAfter, int sessionsMax, Set<PersonId> engineers) {
  public static final int SESSIONS_MAX = 8;
  public static final int ENGINEERS_MAX = 256;
  private static final Pattern NAME = Pattern.compile("[!-~]{1,512}");

  public TargetRule {
    if (!NAME.matcher(under).matches()) {
      throw new IllegalArgumentException("a target rule needs the beginning of names");
    }
    idleAfter.ifPresent(SessionLimits::mustBeIdleTime);
    Bounds.within("sessionsMax", sessionsMax, 1, SESSIONS_MAX);
    Bounds.atMost("engineers of a target rule", engineers, ENGINEERS_MAX);
    engineers = Set.copyOf(engineers);
  }

  /** Whether the target is what the rule is under, lies below it, or holds it. */
  boolean isFor(ResourceName target) {
    return Branch.meets(under, target);
  }

  boolean admits(PersonId engineer) {
    return engineers.isEmpty() || engineers.contains(engineer);
  }
}
