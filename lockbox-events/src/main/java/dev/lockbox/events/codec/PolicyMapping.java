package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SharedMapping.fromMember;
import static dev.lockbox.events.codec.SharedMapping.wireMember;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.AccessCap;
import dev.lockbox.domain.rules.AccessRules;
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
import dev.lockbox.domain.rules.Scope;
import dev.lockbox.domain.rules.Scopes;
import dev.lockbox.domain.rules.Separation;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.Width;
import dev.lockbox.wire.shared.MailOccasion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a tenant has set beyond its settings of old: a part that says nothing is not there. */
final class PolicyMapping {
  private PolicyMapping() {}

  /** Whether there is anything that the settings of old cannot say. */
  static boolean isNeeded(Settings settings) {
    return !settings.policy().equals(Policy.DEFAULT);
  }

  static dev.lockbox.wire.shared.Policy wire(Policy policy) {
    return new dev.lockbox.wire.shared.Policy(
        unless(policy.mails(), Mails.ALL, PolicyMapping::wire),
        unless(policy.separation(), Separation.NONE, PolicyMapping::wire),
        policy.scopes().given().stream().map(PolicyMapping::wire).toList(),
        unless(policy.closing(), ClosingRules.NONE, PolicyMapping::wire),
        unless(policy.sessions(), SessionRules.DEFAULT, SessionRulesMapping::wire),
        wireCodes(policy.reasonCodes().known()),
        policy.routes().given().stream().map(PolicyMapping::wire).toList(),
        policy.assignments().given().stream().map(PolicyMapping::wire).toList(),
        policy.disabling().isSecondPersonRequired(),
        unless(policy.access(), AccessRules.NONE, AccessRulesMapping::wire),
        unless(policy.pace(), Pace.FREE, PolicyMapping::wire),
        unless(policy.dialogue(), DialogueRules.NONE, PolicyMapping::wire),
        unless(policy.width(), Width.ANY, PolicyMapping::wire),
        unless(policy.cap(), AccessCap.NONE, PolicyMapping::wire),
        unless(policy.signatures(), SignatureRules.NONE, SignatureMapping::wire),
        unless(policy.review(), ReviewRules.NONE, ReviewMapping::wireRules),
        policy.guardRails().given().stream().map(PolicyMapping::wire).toList(),
        unless(policy.reading(), ReadingRules.NONE, ReadingMapping::wireRules));
  }

  static Policy fromPolicy(dev.lockbox.wire.shared.Policy wire) {
    return new Policy(
        or(wire.getMails(), Mails.ALL, PolicyMapping::fromMails),
        or(wire.getSeparation(), Separation.NONE, PolicyMapping::fromSeparation),
        new Scopes(wire.getScopes().stream().map(PolicyMapping::fromScope).toList()),
        or(wire.getClosing(), ClosingRules.NONE, PolicyMapping::fromClosing),
        or(wire.getSessions(), SessionRules.DEFAULT, SessionRulesMapping::fromRules),
        new ReasonCodes(fromCodes(wire.getReasonCodes())),
        new DetailedRoutes(wire.getRoutes().stream().map(PolicyMapping::fromRoute).toList()),
        new Assignments(wire.getAssignments().stream().map(PolicyMapping::fromAssignment).toList()),
        new Disabling(wire.getIsSecondPersonRequiredToDisable()),
        or(wire.getAccess(), AccessRules.NONE, AccessRulesMapping::fromAccessRules),
        or(wire.getPace(), Pace.FREE, PolicyMapping::fromPace),
        or(wire.getDialogue(), DialogueRules.NONE, PolicyMapping::fromDialogue),
        or(wire.getWidth(), Width.ANY, PolicyMapping::fromWidth),
        or(wire.getCap(), AccessCap.NONE, PolicyMapping::fromCap),
        or(wire.getSignatures(), SignatureRules.NONE, SignatureMapping::fromRules),
        or(wire.getReview(), ReviewRules.NONE, ReviewMapping::fromRules),
        new GuardRails(wire.getGuardRails().stream().map(PolicyMapping::fromGuardRail).toList()),
        or(wire.getReading(), ReadingRules.NONE, ReadingMapping::fromRules));
  }

  static dev.lockbox.wire.shared.@Nullable Policy wireIfAny(Policy policy) {
    return unless(policy, Policy.DEFAULT, PolicyMapping::wire);
  }

  static Policy fromAny(dev.lockbox.wire.shared.@Nullable Policy wire) {
    return or(wire, Policy.DEFAULT, PolicyMapping::fromPolicy);
  }

  private static <P, W> @Nullable W unless(P part, P nothing, Function<P, W> mapping) {
    return part.equals(nothing) ? null : mapping.apply(part);
  }

  private static <W, P> P or(@Nullable W wire, P nothing, Function<W, P> mapping) {
    return wire == null ? nothing : mapping.apply(wire);
  }

  private static dev.lockbox.wire.shared.ClosingRules wire(ClosingRules closing) {
    return new dev.lockbox.wire.shared.ClosingRules(
        AccessMapping.wirePoints(closing.points()), closing.within().toMillis());
  }

  private static ClosingRules fromClosing(dev.lockbox.wire.shared.ClosingRules wire) {
    return new ClosingRules(
        AccessMapping.fromPoints(wire.getPoints()), Duration.ofMillis(wire.getWithinMillis()));
  }

  private static dev.lockbox.wire.shared.Mails wire(Mails mails) {
    return new dev.lockbox.wire.shared.Mails(
        mails.muted().stream().map(one -> MailOccasion.valueOf(one.name())).toList());
  }

  private static Mails fromMails(dev.lockbox.wire.shared.Mails wire) {
    return new Mails(
        wire.getMuted().stream()
            .map(one -> Mails.Occasion.valueOf(one.name()))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static dev.lockbox.wire.shared.Separation wire(Separation separation) {
    return new dev.lockbox.wire.shared.Separation(separation.editorsWait().toMillis());
  }

  private static Separation fromSeparation(dev.lockbox.wire.shared.Separation wire) {
    return new Separation(Duration.ofMillis(wire.getEditorsWaitMillis()));
  }

  private static dev.lockbox.wire.shared.Scope wire(Scope scope) {
    return new dev.lockbox.wire.shared.Scope(
        scope.person().map(PersonId::value).orElse(null),
        scope.group().map(GroupId::value).orElse(null),
        scope.resources());
  }

  private static Scope fromScope(dev.lockbox.wire.shared.Scope wire) {
    return new Scope(
        Optional.ofNullable(wire.getPerson()).map(PersonId::new),
        Optional.ofNullable(wire.getGroup()).map(GroupId::new),
        wire.getResources());
  }

  private static dev.lockbox.wire.shared.DetailedRoute wire(DetailedRoute route) {
    return new dev.lockbox.wire.shared.DetailedRoute(
        wireCodes(route.tags()),
        wireCodes(route.reasonCodes()),
        wireCodes(route.severities()),
        RulesMapping.wire(route.route()),
        wireCodes(route.teams()),
        route.escalationAtLeast());
  }

  private static DetailedRoute fromRoute(dev.lockbox.wire.shared.DetailedRoute wire) {
    return new DetailedRoute(
        fromCodes(wire.getTags()),
        fromCodes(wire.getReasonCodes()),
        fromCodes(wire.getSeverities()),
        fromCodes(wire.getTeams()),
        wire.getEscalationAtLeast(),
        RulesMapping.fromRoute(wire.getRoute()));
  }

  private static dev.lockbox.wire.shared.Assignment wire(Assignment assignment) {
    return new dev.lockbox.wire.shared.Assignment(
        wireMember(assignment.holder()),
        dev.lockbox.wire.shared.CustomerRole.valueOf(assignment.role().name()),
        assignment.resources());
  }

  private static Assignment fromAssignment(dev.lockbox.wire.shared.Assignment wire) {
    return new Assignment(
        fromMember(wire.getHolder()),
        CustomerRole.valueOf(wire.getRole().name()),
        wire.getResources());
  }

  private static dev.lockbox.wire.shared.Pace wire(Pace pace) {
    return new dev.lockbox.wire.shared.Pace(
        pace.openAtMost().orElse(null), pace.coolDown().map(PolicyMapping::wire).orElse(null));
  }

  private static dev.lockbox.wire.shared.CoolDown wire(CoolDown rule) {
    return new dev.lockbox.wire.shared.CoolDown(
        rule.denials(), rule.within().toMillis(), rule.lasts().toMillis());
  }

  private static Pace fromPace(dev.lockbox.wire.shared.Pace wire) {
    return new Pace(
        Optional.ofNullable(wire.getOpenAtMost()),
        Optional.ofNullable(wire.getCoolDown()).map(PolicyMapping::fromCoolDown));
  }

  private static CoolDown fromCoolDown(dev.lockbox.wire.shared.CoolDown wire) {
    return new CoolDown(
        wire.getDenials(),
        Duration.ofMillis(wire.getWithinMillis()),
        Duration.ofMillis(wire.getLastsMillis()));
  }

  private static dev.lockbox.wire.shared.DialogueRules wire(DialogueRules dialogue) {
    return new dev.lockbox.wire.shared.DialogueRules(dialogue.pauseMax().toMillis());
  }

  private static DialogueRules fromDialogue(dev.lockbox.wire.shared.DialogueRules wire) {
    return new DialogueRules(Duration.ofMillis(wire.getPauseMaxMillis()));
  }

  private static dev.lockbox.wire.shared.Width wire(Width width) {
    return new dev.lockbox.wire.shared.Width(
        width.widest().stream().map(NamePattern::toString).toList(),
        width.resourcesAtMost().orElse(null));
  }

  private static Width fromWidth(dev.lockbox.wire.shared.Width wire) {
    return new Width(
        wire.getWidest().stream().map(NamePattern::of).toList(),
        Optional.ofNullable(wire.getResourcesAtMost()));
  }

  private static dev.lockbox.wire.shared.AccessCap wire(AccessCap cap) {
    return new dev.lockbox.wire.shared.AccessCap(cap.accessMax().orElseThrow().toMillis());
  }

  private static AccessCap fromCap(dev.lockbox.wire.shared.AccessCap wire) {
    return AccessCap.of(Duration.ofMillis(wire.getAccessMaxMillis()));
  }

  private static dev.lockbox.wire.shared.GuardRail wire(GuardRail rail) {
    return new dev.lockbox.wire.shared.GuardRail(
        rail.id().value(),
        wireCodes(rail.tags()),
        rail.resources().stream().map(NamePattern::toString).toList());
  }

  private static GuardRail fromGuardRail(dev.lockbox.wire.shared.GuardRail wire) {
    SharedMapping.distinct(wire.getTags());
    return GuardRail.of(wire.getId(), wire.getTags(), wire.getResources());
  }

  private static List<String> wireCodes(Set<Code> codes) {
    return codes.stream().map(Code::value).sorted().toList();
  }

  private static Set<Code> fromCodes(List<String> wire) {
    return SharedMapping.distinct(wire.stream().map(Code::new).toList());
  }
}
