package dev.lockbox.simulator.people;

import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.AccessCap;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.ClosingRules;
import dev.lockbox.domain.rules.CommandRule;
import dev.lockbox.domain.rules.CoolDown;
import dev.lockbox.domain.rules.CredentialRule;
import dev.lockbox.domain.rules.DialogueRules;
import dev.lockbox.domain.rules.EntryRules;
import dev.lockbox.domain.rules.GuardRail;
import dev.lockbox.domain.rules.GuardRails;
import dev.lockbox.domain.rules.Pace;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.ReadingRules;
import dev.lockbox.domain.rules.ReasonCodes;
import dev.lockbox.domain.rules.ReviewRules;
import dev.lockbox.domain.rules.Separation;
import dev.lockbox.domain.rules.SessionLimits;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.TargetRule;
import dev.lockbox.domain.rules.Width;
import dev.lockbox.domain.rules.Wildcard;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What else an administrator may set: one thing each. */
final class Policies {
  private static final Policy PLAIN = Policy.DEFAULT;

  private static final NamePattern ETCD = NamePattern.of("/Clusters/aro1/ns/openshift-*");

  /** Whoever changes the rules says no yes for an hour. */
  static final Policy EDITORS_WAIT = PLAIN.with(new Separation(Duration.ofHours(1)));

  /** And nothing for a day after a denial. */
  static final Policy ONE_AT_A_TIME = paced(1, new CoolDown(1, minutes(1), Duration.ofDays(1)));

  /** And nothing for two hours after two denials within one. */
  static final Policy TWO_AT_A_TIME = paced(2, new CoolDown(2, minutes(60), minutes(120)));

  static final Policy TWO_MUST_CLOSE =
      PLAIN.with(new ClosingRules(Set.copyOf(Cast.POINTS), minutes(5)));
  static final Policy ONE_MUST_CLOSE =
      PLAIN.with(new ClosingRules(Set.of(Cast.POINTS.getFirst()), minutes(5)));

  /** That is the only reason to ask for anything. */
  static final Policy FOR_MAINTENANCE =
      PLAIN.with(new ReasonCodes(Set.of(new Code("PROVIDER_MAINTENANCE"))));

  /** As {@link Gateway} mostly tells it, through a gateway, and out with the first misdeed. */
  static final Policy GUARDED =
      PLAIN.with(
          new SessionRules(
              new SessionLimits(minutes(5), minutes(30)),
              new EntryRules(
                  Set.of(Channel.REMOTE_SHELL),
                  Set.of(Gateway.ADDRESS),
                  true,
                  Set.of(Gateway.KEY),
                  Set.of(Gateway.WORKSTATION),
                  Set.of(Gateway.HARDENED),
                  Set.of(Gateway.USB_OFF),
                  Set.of(Gateway.CRYPTO),
                  Set.of(Gateway.COUNTRY),
                  List.of(
                      new CredentialRule(new Wildcard("card-*"), Set.of(Channel.REMOTE_SHELL), ""),
                      new CredentialRule(new Wildcard(Gateway.OTHER_CARD), Set.of(), "/vaults"))),
              List.of(),
              List.of(
                  new CommandRule(
                      Optional.of(new Code("etcd")),
                      Set.of(Channel.REMOTE_SHELL),
                      Set.of(Cast.ACTIONS.getFirst()),
                      Gateway.VERB,
                      Map.of(Gateway.NAME, new Wildcard("etcd-*")))),
              true,
              false));

  /** Two sessions on one target, of Eva's alone, which are never idle before they are over. */
  static final Policy ROOMY =
      PLAIN.with(
          new SessionRules(
              new SessionLimits(minutes(15), minutes(10)),
              EntryRules.NONE,
              List.of(
                  new TargetRule(
                      "/Clusters/ARO1/ns/openshift-etcd/pods",
                      Optional.of(minutes(20)),
                      2,
                      Set.of(new PersonId("eva")))),
              List.of(),
              false,
              false));

  /** Something is listed for one channel only, and nothing else may be typed on any. */
  static final Policy LISTED_ONLY =
      PLAIN.with(
          new SessionRules(
              SessionLimits.DEFAULT,
              EntryRules.NONE,
              List.of(),
              List.of(
                  new CommandRule(
                      Optional.of(new Code("over-the-api")),
                      Set.of(Channel.API),
                      Set.of(),
                      Gateway.VERB,
                      Map.of(Gateway.NAME, new Wildcard("*")))),
              false,
              true));

  /** The time for deciding stands still for two hours while questions wait. */
  static final Policy PATIENT = PLAIN.with(new DialogueRules(minutes(120)));

  /** What anybody here asks for holds such a thing. */
  static final Policy PODS_ONLY =
      PLAIN.with(
          new Width(
              List.of(NamePattern.of("/Clusters/aro*/ns/openshift-etcd/pods/*")),
              Optional.empty()));

  /** Whatever who says no time has, up to eight hours may be asked for. */
  static final Policy UP_TO_EIGHT_HOURS = PLAIN.with(AccessCap.of(Duration.ofHours(8)));

  /** Who says yes must have begun to review it five minutes before. */
  static final Policy REVIEWED = PLAIN.with(ReviewRules.of(minutes(5)));

  /** Whoever has not read within two hours what was done is reminded. */
  static final Policy REMINDED = PLAIN.with(ReadingRules.of(minutes(120)));

  /** And somebody must close behind it. */
  static final Policy REMINDED_AND_CLOSED = ONE_MUST_CLOSE.with(ReadingRules.of(minutes(60)));

  static final Policy SIGNED_BY_WHOEVER_CAN =
      PLAIN.with(new SignatureRules(SignatureRules.Mode.OPTIONAL, Duration.ofDays(1)));

  static final Policy SIGNED = PLAIN.with(required(Duration.ofDays(1)));
  static final Policy SIGNED_AN_HOUR_ON = PLAIN.with(required(minutes(60)));

  /** And nobody signs for the rules, which would approve. */
  static final Policy SIGNED_AT_ONCE = decided(Presets.AUTOMATIC).with(required(Duration.ZERO));

  /** Whatever is enrolled, some must be; by its name. */
  static final Policy RAILED_BY_NAME =
      railed(new GuardRail(new Code("etcd"), Set.of(), List.of(ETCD)));

  /** Likewise, by a tag and a name, and by another tag that nobody says. */
  static final Policy RAILED_BY_TAG =
      railed(
          new GuardRail(
              new Code("prod"),
              Set.of(new Code("ENV=prod")),
              List.of(NamePattern.of("/vaults"), NamePattern.of("/clusters/*"))),
          new GuardRail(new Code("test"), Set.of(new Code("env=test")), List.of()));

  private Policies() {}

  private static Policy railed(GuardRail... rails) {
    return PLAIN.with(new GuardRails(List.of(rails)));
  }

  private static SignatureRules required(Duration keysWait) {
    return new SignatureRules(SignatureRules.Mode.REQUIRED, keysWait);
  }

  private static Duration minutes(int many) {
    return Duration.ofMinutes(many);
  }

  static Policy decided(AccessRules access) {
    return PLAIN.with(access);
  }

  private static Policy paced(int openAtMost, CoolDown coolDown) {
    return PLAIN.with(new Pace(Optional.of(openAtMost), Optional.of(coolDown)));
  }
}
