package dev.lockbox.simulator.people;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.ClosingRules;
import dev.lockbox.domain.rules.CoolDown;
import dev.lockbox.domain.rules.Pace;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.ReasonCodes;
import dev.lockbox.domain.rules.Separation;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What else an administrator may set: one thing each. */
final class Policies {
  private static final Policy PLAIN = Policy.DEFAULT;

  /** Whoever changes the rules says no yes for an hour. */
  static final Policy EDITORS_WAIT = PLAIN.with(new Separation(Duration.ofHours(1)));

  /** And nothing for a day after a denial. */
  static final Policy ONE_AT_A_TIME = paced(1, new CoolDown(1, minutes(1), Duration.ofDays(1)));

  /** And nothing for two hours after two denials within one. */
  static final Policy TWO_AT_A_TIME = paced(2, new CoolDown(2, minutes(60), minutes(120)));

  static final Policy TWO_MUST_CLOSE =
      with(new ClosingRules(Set.copyOf(Cast.POINTS), minutes(5)), ReasonCodes.ANY);
  static final Policy ONE_MUST_CLOSE =
      with(new ClosingRules(Set.of(Cast.POINTS.getFirst()), minutes(5)), ReasonCodes.ANY);

  /** That is the only reason to ask for anything. */
  static final Policy FOR_MAINTENANCE =
      with(ClosingRules.NONE, new ReasonCodes(Set.of(new Code("PROVIDER_MAINTENANCE"))));

  private Policies() {}

  private static Duration minutes(int many) {
    return Duration.ofMinutes(many);
  }

  static Policy decided(AccessRules access) {
    return with(PLAIN.closing(), PLAIN.reasonCodes(), access, PLAIN.pace());
  }

  private static Policy paced(int openAtMost, CoolDown coolDown) {
    var pace = new Pace(Optional.of(openAtMost), Optional.of(coolDown));
    return with(PLAIN.closing(), PLAIN.reasonCodes(), PLAIN.access(), pace);
  }

  private static Policy with(ClosingRules closing, ReasonCodes reasons) {
    return with(closing, reasons, PLAIN.access(), PLAIN.pace());
  }

  private static Policy with(
      ClosingRules closing, ReasonCodes reasons, AccessRules access, Pace pace) {
    return new Policy(
        PLAIN.mails(),
        PLAIN.separation(),
        PLAIN.scopes(),
        closing,
        PLAIN.sessions(),
        reasons,
        PLAIN.routes(),
        PLAIN.assignments(),
        PLAIN.disabling(),
        access,
        pace,
        PLAIN.dialogue());
  }
}
