package dev.lockbox.api.view;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.lockbox.api.json.Needed;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.rules.AccessCap;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.Assignments;
import dev.lockbox.domain.rules.ClosingRules;
import dev.lockbox.domain.rules.DetailedRoutes;
import dev.lockbox.domain.rules.DialogueRules;
import dev.lockbox.domain.rules.Disabling;
import dev.lockbox.domain.rules.GuardRails;
import dev.lockbox.domain.rules.Mails;
import dev.lockbox.domain.rules.Pace;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.ReadingRules;
import dev.lockbox.domain.rules.ReasonCodes;
import dev.lockbox.domain.rules.ReviewRules;
import dev.lockbox.domain.rules.Scope;
import dev.lockbox.domain.rules.Scopes;
import dev.lockbox.domain.rules.Separation;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.Width;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has set beyond that, part by part; every name must be there, but for {@code
 * reading}: left out it says nothing, and nobody is let in for that. A part that says nothing is
 * null, or an empty list.
 *
 * @param mails which of them its people get
 * @param separation how long who changed the rules says no yes
 * @param scopes which of its approvers approve where; none for all of them everywhere
 * @param closing who must say that they closed once a grant ended
 * @param sessions how engineers come in, and what ends their sessions
 * @param reasonCodes for which reasons anything may be asked for; none for any, and for none
 * @param routes by what is said of a request
 * @param assignments who holds which role where, besides the people whom the provider registered
 * @param disabling whether taking anything out of the lockbox takes two people
 * @param access what is never granted, demanded of grants and decided beforehand
 * @param pace how fast one engineer may ask
 * @param dialogue what may be said about a request that waits
 * @param width how much one request may ask for
 * @param cap how long access may be asked for
 * @param signatures of whom one is asked who says yes
 * @param review what must be read, and when
 * @param guardRails what must be behind the lockbox whatever the enrolment says, each id once; at
 *     most 32
 * @param reading whether anybody is reminded of what was done and not read; may be left out
 */
@Introspected
@Schema(name = "Policy")
public record PolicyJson(
    @Needed @Nullable MailsJson mails,
    @Needed @Nullable SeparationJson separation,
    @Needed List<ScopeJson> scopes,
    @Needed @Nullable ClosingRulesJson closing,
    @Needed @Nullable SessionRulesJson sessions,
    @Needed List<String> reasonCodes,
    @Needed List<DetailedRouteJson> routes,
    @Needed List<AssignmentJson> assignments,
    @Needed @Nullable DisablingJson disabling,
    @Needed @Nullable AccessRulesJson access,
    @Needed @Nullable PaceJson pace,
    @Needed @Nullable DialogueRulesJson dialogue,
    @Needed @Nullable WidthJson width,
    @Needed @Nullable AccessCapJson cap,
    @Needed @Nullable SignatureRulesJson signatures,
    @Needed @Nullable ReviewRulesJson review,
    @Needed List<GuardRailJson> guardRails,
    @Nullable ReadingRulesJson reading) {

  /**
   * Which mails the customer's people get.
   *
   * @param muted what is not told; everything else is
   */
  @Introspected
  @Schema(name = "Mails")
  public record MailsJson(@Needed List<Mails.Occasion> muted) {
    static MailsJson of(Mails mails) {
      return new MailsJson(List.copyOf(mails.muted()));
    }

    Mails toDomain() {
      return new Mails(muted.stream().collect(toUnmodifiableSet()));
    }
  }

  /**
   * How long access may be asked for, where that is longer than what is granted to who says no
   * time.
   *
   * @param accessMax ISO 8601; no less than {@code limits.accessFor}, which must be set too, at
   *     most PT24H
   */
  @Introspected
  @Schema(name = "AccessCap")
  public record AccessCapJson(@Needed String accessMax) {
    static AccessCapJson of(AccessCap cap) {
      return new AccessCapJson(cap.accessMax().orElseThrow().toString());
    }

    AccessCap toDomain() {
      return AccessCap.of(Duration.parse(accessMax));
    }
  }

  /**
   * Of whom a signature is asked who says yes. Asking for less takes a second administrator.
   *
   * @param mode of nobody, of whoever has a key that holds, or of everybody
   * @param keysWait how long after its registration a key holds at the earliest, ISO 8601; at most
   *     30 days
   */
  @Introspected
  @Schema(name = "SignatureRules")
  public record SignatureRulesJson(@Needed SignatureRules.Mode mode, @Needed String keysWait) {
    static SignatureRulesJson of(SignatureRules rules) {
      return new SignatureRulesJson(rules.mode(), rules.keysWait().toString());
    }

    SignatureRules toDomain() {
      return new SignatureRules(mode, Duration.parse(keysWait));
    }
  }

  /**
   * What must be read, and when.
   *
   * @param dwell how long before their yes an approver must have begun to review the request, ISO
   *     8601; at most PT1H, and shorter than {@code limits.pendingWindow} where that is set. Null:
   *     nobody need review
   */
  @Introspected
  @Schema(name = "ReviewRules")
  public record ReviewRulesJson(@Needed @Nullable String dwell) {
    static ReviewRulesJson of(ReviewRules rules) {
      return new ReviewRulesJson(rules.dwell().map(Duration::toString).orElse(null));
    }

    ReviewRules toDomain() {
      return new ReviewRules(Optional.ofNullable(dwell).map(Duration::parse));
    }
  }

  /**
   * Whether anybody is reminded of what was done and not read.
   *
   * @param remindAfter how long after the end of access whoever decided on it, administers or
   *     audits is told, once, where none of them has said that they read what was done; ISO 8601,
   *     PT1H to P30D. Null: nobody is
   */
  @Introspected
  @Schema(name = "ReadingRules")
  public record ReadingRulesJson(@Needed @Nullable String remindAfter) {
    static ReadingRulesJson of(ReadingRules rules) {
      return new ReadingRulesJson(rules.remindAfter().map(Duration::toString).orElse(null));
    }

    ReadingRules toDomain() {
      return new ReadingRules(Optional.ofNullable(remindAfter).map(Duration::parse));
    }
  }

  /**
   * Who changed the rules does not approve under them at once.
   *
   * @param editorsWait for how long not, ISO 8601; at most 30 days
   */
  @Introspected
  @Schema(name = "Separation")
  public record SeparationJson(@Needed String editorsWait) {
    static SeparationJson of(Separation separation) {
      return new SeparationJson(separation.editorsWait().toString());
    }

    Separation toDomain() {
      return new Separation(Duration.parse(editorsWait));
    }
  }

  /**
   * That somebody approves somewhere, and below it: a person or a group.
   *
   * @param person null for a group
   * @param group null for a person
   * @param resources the beginning of a resource's name; empty for the whole customer
   */
  @Introspected
  @Schema(name = "Scope")
  public record ScopeJson(
      @Needed @Nullable String person, @Needed @Nullable String group, @Needed String resources) {
    static ScopeJson of(Scope scope) {
      return new ScopeJson(
          scope.person().map(PersonId::value).orElse(null),
          scope.group().map(GroupId::value).orElse(null),
          scope.resources());
    }

    Scope toDomain() {
      return new Scope(
          Optional.ofNullable(person).map(PersonId::new),
          Optional.ofNullable(group).map(GroupId::new),
          resources);
    }
  }

  /**
   * Who must say that they closed once a grant ended.
   *
   * @param points ids of enforcement points, at most 16
   * @param within counted from the end of access; 1 s to 24 h
   */
  @Introspected
  @Schema(name = "ClosingRules")
  public record ClosingRulesJson(@Needed List<String> points, @Needed String within) {
    static ClosingRulesJson of(ClosingRules closing) {
      return new ClosingRulesJson(
          closing.points().stream().map(PointId::value).sorted().toList(),
          closing.within().toString());
    }

    ClosingRules toDomain() {
      return new ClosingRules(
          points.stream().map(PointId::new).collect(toUnmodifiableSet()), Duration.parse(within));
    }
  }

  /**
   * Taking anything out of the lockbox.
   *
   * @param secondPersonRequired whether it waits for another administrator
   */
  @Introspected
  @Schema(name = "Disabling")
  public record DisablingJson(@Needed boolean secondPersonRequired) {
    static DisablingJson of(Disabling disabling) {
      return new DisablingJson(disabling.isSecondPersonRequired());
    }

    Disabling toDomain() {
      return new Disabling(secondPersonRequired);
    }
  }

  /**
   * What may be said about a request that waits.
   *
   * @param pauseMax for how long, in all, the time for deciding stands still while questions wait
   *     for their answers, ISO 8601; at most 30 days
   */
  @Introspected
  @Schema(name = "DialogueRules")
  public record DialogueRulesJson(@Needed String pauseMax) {
    static DialogueRulesJson of(DialogueRules dialogue) {
      return new DialogueRulesJson(dialogue.pauseMax().toString());
    }

    DialogueRules toDomain() {
      return new DialogueRules(Duration.parse(pauseMax));
    }
  }

  /** Null when nothing is set. */
  public static @Nullable PolicyJson of(Policy policy) {
    return policy.equals(Policy.DEFAULT)
        ? null
        : new PolicyJson(
            unless(policy.mails(), Mails.ALL, MailsJson::of),
            unless(policy.separation(), Separation.NONE, SeparationJson::of),
            policy.scopes().given().stream().map(ScopeJson::of).toList(),
            unless(policy.closing(), ClosingRules.NONE, ClosingRulesJson::of),
            unless(policy.sessions(), SessionRules.DEFAULT, SessionRulesJson::of),
            DetailedRouteJson.texts(policy.reasonCodes().known()),
            policy.routes().given().stream().map(DetailedRouteJson::of).toList(),
            policy.assignments().given().stream().map(AssignmentJson::of).toList(),
            unless(policy.disabling(), Disabling.FREE, DisablingJson::of),
            unless(policy.access(), AccessRules.NONE, AccessRulesJson::of),
            unless(policy.pace(), Pace.FREE, PaceJson::of),
            unless(policy.dialogue(), DialogueRules.NONE, DialogueRulesJson::of),
            unless(policy.width(), Width.ANY, WidthJson::of),
            unless(policy.cap(), AccessCap.NONE, AccessCapJson::of),
            unless(policy.signatures(), SignatureRules.NONE, SignatureRulesJson::of),
            unless(policy.review(), ReviewRules.NONE, ReviewRulesJson::of),
            policy.guardRails().given().stream().map(GuardRailJson::of).toList(),
            unless(policy.reading(), ReadingRules.NONE, ReadingRulesJson::of));
  }

  /**
   * @throws IllegalArgumentException when it contradicts itself or a bound
   */
  static Policy toDomain(@Nullable PolicyJson json) {
    return json == null
        ? Policy.DEFAULT
        : new Policy(
            or(json.mails(), Mails.ALL, MailsJson::toDomain),
            or(json.separation(), Separation.NONE, SeparationJson::toDomain),
            new Scopes(json.scopes().stream().map(ScopeJson::toDomain).toList()),
            or(json.closing(), ClosingRules.NONE, ClosingRulesJson::toDomain),
            or(json.sessions(), SessionRules.DEFAULT, SessionRulesJson::toDomain),
            new ReasonCodes(DetailedRouteJson.codes(json.reasonCodes())),
            new DetailedRoutes(json.routes().stream().map(DetailedRouteJson::toDomain).toList()),
            new Assignments(json.assignments().stream().map(AssignmentJson::toDomain).toList()),
            or(json.disabling(), Disabling.FREE, DisablingJson::toDomain),
            or(json.access(), AccessRules.NONE, AccessRulesJson::toDomain),
            or(json.pace(), Pace.FREE, PaceJson::toDomain),
            or(json.dialogue(), DialogueRules.NONE, DialogueRulesJson::toDomain),
            or(json.width(), Width.ANY, WidthJson::toDomain),
            or(json.cap(), AccessCap.NONE, AccessCapJson::toDomain),
            or(json.signatures(), SignatureRules.NONE, SignatureRulesJson::toDomain),
            or(json.review(), ReviewRules.NONE, ReviewRulesJson::toDomain),
            new GuardRails(json.guardRails().stream().map(GuardRailJson::toDomain).toList()),
            or(json.reading(), ReadingRules.NONE, ReadingRulesJson::toDomain));
  }

  private static <P, J> @Nullable J unless(P part, P nothing, Function<P, J> telling) {
    return part.equals(nothing) ? null : telling.apply(part);
  }

  private static <J, P> P or(@Nullable J json, P nothing, Function<J, P> meaning) {
    return json == null ? nothing : meaning.apply(json);
  }
}
