package dev.lockbox.audit.ocsf;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.AccessCap;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.Assignment;
import dev.lockbox.domain.rules.ClosingRules;
import dev.lockbox.domain.rules.CoolDown;
import dev.lockbox.domain.rules.DetailedRoute;
import dev.lockbox.domain.rules.DialogueRules;
import dev.lockbox.domain.rules.Disabling;
import dev.lockbox.domain.rules.GuardRail;
import dev.lockbox.domain.rules.Mails;
import dev.lockbox.domain.rules.Pace;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.ReadingRules;
import dev.lockbox.domain.rules.ReviewRules;
import dev.lockbox.domain.rules.Scope;
import dev.lockbox.domain.rules.Separation;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.Width;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a tenant has set beyond its settings of old; a part that says nothing is left out. */
final class PolicyDetails {
  private PolicyDetails() {}

  /** Empty when nothing is set. */
  static Optional<Fields> of(Policy policy) {
    return unless(policy, Policy.DEFAULT, PolicyDetails::parts);
  }

  private static Fields parts(Policy policy) {
    var rails = policy.guardRails().given().stream().map(PolicyDetails::of).toList();
    return rails.isEmpty() ? others(policy) : others(policy).objects("guard_rails", rails);
  }

  private static Fields others(Policy policy) {
    return new Fields()
        .object("mails", unless(policy.mails(), Mails.ALL, PolicyDetails::of))
        .object("separation", unless(policy.separation(), Separation.NONE, PolicyDetails::of))
        .objects("scopes", policy.scopes().given().stream().map(PolicyDetails::of).toList())
        .object("closing", unless(policy.closing(), ClosingRules.NONE, PolicyDetails::of))
        .object(
            "sessions", unless(policy.sessions(), SessionRules.DEFAULT, SessionRulesDetails::of))
        .texts("reason_codes", codes(policy.reasonCodes().known()))
        .objects("routes", policy.routes().given().stream().map(PolicyDetails::of).toList())
        .objects(
            "assignments", policy.assignments().given().stream().map(PolicyDetails::of).toList())
        .object("disabling", unless(policy.disabling(), Disabling.FREE, PolicyDetails::of))
        .object("access", unless(policy.access(), AccessRules.NONE, AccessRulesDetails::of))
        .object("pace", unless(policy.pace(), Pace.FREE, PolicyDetails::of))
        .object("dialogue", unless(policy.dialogue(), DialogueRules.NONE, PolicyDetails::of))
        .object("width", unless(policy.width(), Width.ANY, PolicyDetails::of))
        .object("cap", unless(policy.cap(), AccessCap.NONE, PolicyDetails::of))
        .object("signatures", unless(policy.signatures(), SignatureRules.NONE, PolicyDetails::of))
        .object("review", unless(policy.review(), ReviewRules.NONE, PolicyDetails::of))
        .object("reading", unless(policy.reading(), ReadingRules.NONE, PolicyDetails::of));
  }

  private static <P> Optional<Fields> unless(P part, P nothing, Function<P, Fields> telling) {
    return part.equals(nothing) ? Optional.empty() : Optional.of(telling.apply(part));
  }

  private static Fields of(Separation separation) {
    return new Fields().number("editors_wait_ms", separation.editorsWait().toMillis());
  }

  private static Fields of(Scope scope) {
    return new Fields()
        .text("person", scope.person().map(PersonId::value))
        .text("group", scope.group().map(GroupId::value))
        .text("resources", scope.resources());
  }

  private static Fields of(ClosingRules closing) {
    return new Fields()
        .texts("points", closing.points().stream().map(PointId::value).sorted().toList())
        .number("within_ms", closing.within().toMillis());
  }

  private static Fields of(DetailedRoute route) {
    return SettingsDetails.of(route.route())
        .texts("tags", codes(route.tags()))
        .texts("reason_codes", codes(route.reasonCodes()))
        .texts("severities", codes(route.severities()))
        .texts("teams", Optional.of(codes(route.teams())).filter(some -> !some.isEmpty()))
        .number("escalation_at_least", atLeast(route));
  }

  private static Optional<Long> atLeast(DetailedRoute route) {
    return Optional.of((long) route.escalationAtLeast()).filter(level -> level > 0);
  }

  private static Fields of(Assignment assignment) {
    return new Fields()
        .text("holder", assignment.holder().person().value())
        .text("role", assignment.role().name())
        .text("resources", assignment.resources());
  }

  private static Fields of(Disabling disabling) {
    return new Fields().flag("is_second_person_required", disabling.isSecondPersonRequired());
  }

  private static Fields of(Pace pace) {
    return new Fields()
        .number("open_at_most", pace.openAtMost().map(Integer::longValue))
        .object("cool_down", pace.coolDown().map(PolicyDetails::of));
  }

  private static Fields of(CoolDown rule) {
    return new Fields()
        .number("denials", rule.denials())
        .number("within_ms", rule.within().toMillis())
        .number("lasts_ms", rule.lasts().toMillis());
  }

  private static Fields of(AccessCap cap) {
    return new Fields().number("access_max_ms", cap.accessMax().orElseThrow().toMillis());
  }

  private static Fields of(SignatureRules signatures) {
    return new Fields()
        .text("mode", signatures.mode().name())
        .number("keys_wait_ms", signatures.keysWait().toMillis());
  }

  private static Fields of(ReadingRules reading) {
    return new Fields().number("remind_after_ms", reading.remindAfter().map(Duration::toMillis));
  }

  private static Fields of(ReviewRules review) {
    return new Fields().number("dwell_ms", review.dwell().map(Duration::toMillis));
  }

  private static Fields of(DialogueRules dialogue) {
    return new Fields().number("pause_max_ms", dialogue.pauseMax().toMillis());
  }

  private static Fields of(Width width) {
    return new Fields()
        .texts("widest", width.widest().stream().map(NamePattern::toString).toList())
        .number("resources_at_most", width.resourcesAtMost().map(Integer::longValue));
  }

  private static Fields of(GuardRail rail) {
    return new Fields()
        .text("id", rail.id().value())
        .texts("tags", codes(rail.tags()))
        .texts("resources", rail.resources().stream().map(NamePattern::toString).toList());
  }

  private static List<String> codes(Set<Code> codes) {
    return codes.stream().map(Code::value).sorted().toList();
  }

  private static Fields of(Mails mails) {
    return new Fields().texts("muted", mails.muted().stream().map(Enum::name).toList());
  }
}
