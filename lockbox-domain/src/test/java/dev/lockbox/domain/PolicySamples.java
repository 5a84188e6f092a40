package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BASTION;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.GATEWAY;
import static dev.lockbox.domain.Samples.CARLA_MEMBER;
import static dev.lockbox.domain.Samples.DORA_MEMBER;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.Assignment;
import dev.lockbox.domain.rules.Assignments;
import dev.lockbox.domain.rules.ClosingRules;
import dev.lockbox.domain.rules.CoolDown;
import dev.lockbox.domain.rules.CustomerRole;
import dev.lockbox.domain.rules.DetailedRoute;
import dev.lockbox.domain.rules.DetailedRoutes;
import dev.lockbox.domain.rules.DialogueRules;
import dev.lockbox.domain.rules.Disabling;
import dev.lockbox.domain.rules.GuardRail;
import dev.lockbox.domain.rules.GuardRails;
import dev.lockbox.domain.rules.Mails;
import dev.lockbox.domain.rules.Pace;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.ReadingRules;
import dev.lockbox.domain.rules.ReasonCodes;
import dev.lockbox.domain.rules.ReviewRules;
import dev.lockbox.domain.rules.Route;
import dev.lockbox.domain.rules.Scope;
import dev.lockbox.domain.rules.Scopes;
import dev.lockbox.domain.rules.Separation;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.StageRule;
import dev.lockbox.domain.rules.Width;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a tenant may have set, part by part. */
public final class PolicySamples {
  private static final Code REPAIR = new Code("REPAIR");

  /**
   * As it was said before {@link Policy#width} and routes by team; bytes of it are kept. Whoever
   * adds a part leaves this as it is.
   */
  public static final Policy BEFORE =
      Policies.having(
          new Mails(Set.of(Mails.Occasion.APPROVED, Mails.Occasion.ENDED)),
          new Separation(Duration.ofHours(1)),
          new Scopes(
              List.of(
                  new Scope(Optional.of(ANNA), Optional.empty(), "/clusters/aro1"),
                  new Scope(Optional.of(BEN), Optional.empty(), ""))),
          new ClosingRules(Set.of(GATEWAY, BASTION), Duration.ofMinutes(2)),
          SessionSamples.RULES,
          new ReasonCodes(Set.of(REPAIR, new Code("UPGRADE"))),
          new DetailedRoutes(List.of(byWhatIsSaid(Set.of(), 0))),
          new Assignments(
              List.of(
                  new Assignment(DORA_MEMBER, CustomerRole.OWNER, "/clusters/aro1"),
                  new Assignment(CARLA_MEMBER, CustomerRole.POLICY_EDITOR, ""))),
          new Disabling(true),
          AccessRuleSamples.ALL,
          new Pace(
              Optional.of(5),
              Optional.of(new CoolDown(3, Duration.ofHours(1), Duration.ofDays(1)))),
          new DialogueRules(Duration.ofDays(2)));

  /** As it was said before commands had ids, and could be all that may be typed; kept likewise. */
  public static final Policy WITHOUT_IDS =
      Policies.but(
          BEFORE,
          new DetailedRoutes(List.of(byWhatIsSaid(Set.of(new Code("devops")), 2))),
          new Width(List.of(NamePattern.of("/clusters/*/ns/*")), Optional.of(4)));

  /** As it was said before keys and cards could be for one platform each; kept likewise. */
  public static final Policy WITHOUT_CREDENTIALS =
      Policies.but(WITHOUT_IDS, SessionSamples.LISTED_ONLY);

  /** As it was said before anybody signed; kept likewise. */
  public static final Policy WITHOUT_SIGNATURES =
      Policies.but(WITHOUT_CREDENTIALS, SessionSamples.BY_CARD);

  /** As it was said before anybody had to review; kept likewise. */
  public static final Policy WITHOUT_REVIEW =
      WITHOUT_SIGNATURES.with(
          new SignatureRules(SignatureRules.Mode.OPTIONAL, Duration.ofHours(36)));

  /** As it was said before there were guard rails; kept likewise. */
  public static final Policy WITHOUT_GUARD_RAILS =
      WITHOUT_REVIEW.with(ReviewRules.of(Duration.ofMinutes(2)));

  /** As it was said before anybody was reminded of what they had not read; kept likewise. */
  public static final Policy WITHOUT_READING =
      WITHOUT_GUARD_RAILS.with(
          new GuardRails(
              List.of(
                  new GuardRail(new Code("prod"), Set.of(new Code("env=prod")), List.of()),
                  new GuardRail(
                      new Code("payments"),
                      Set.of(),
                      List.of(NamePattern.of("/clusters/*/ns/payments"))))));

  /** All that can be set. */
  public static final Policy ALL = WITHOUT_READING.with(ReadingRules.of(Duration.ofHours(72)));

  private PolicySamples() {}

  private static DetailedRoute byWhatIsSaid(Set<Code> teams, int escalationAtLeast) {
    return new DetailedRoute(
        Set.of(new Code("env=prod")),
        Set.of(REPAIR),
        Set.of(new Code("A"), new Code("B")),
        teams,
        escalationAtLeast,
        new Route("/clusters/", "k8s.", List.of(StageRule.ANYBODY)));
  }
}
