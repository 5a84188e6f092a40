package dev.lockbox.domain;

import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.AccessCap;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.Assignments;
import dev.lockbox.domain.rules.ClosingRules;
import dev.lockbox.domain.rules.CoolDown;
import dev.lockbox.domain.rules.DetailedRoute;
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
import dev.lockbox.domain.rules.Scopes;
import dev.lockbox.domain.rules.Separation;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.Width;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What is set beyond the settings of old, as texts; see {@link Contents}. A part that says nothing
 * adds nothing, so that no part that comes later changes what was remembered before.
 */
final class PolicyContents {
  private PolicyContents() {}

  static void add(List<String> parts, Policy policy) {
    add(parts, "mails", policy.mails(), Mails.ALL, PolicyContents::add);
    add(
        parts,
        "separation",
        policy.separation(),
        Separation.NONE,
        (texts, part) -> texts.add(part.editorsWait().toString()));
    add(parts, "scopes", policy.scopes(), Scopes.NONE, PolicyContents::add);
    add(parts, "closing", policy.closing(), ClosingRules.NONE, PolicyContents::add);
    add(parts, "sessions", policy.sessions(), SessionRules.DEFAULT, SessionRulesContents::add);
    add(parts, "reasonCodes", policy.reasonCodes(), ReasonCodes.ANY, PolicyContents::add);
    add(parts, "routes", policy.routes(), DetailedRoutes.NONE, PolicyContents::add);
    add(parts, "assignments", policy.assignments(), Assignments.NONE, PolicyContents::add);
    add(parts, "disabling", policy.disabling(), Disabling.FREE, PolicyContents::add);
    add(parts, "access", policy.access(), AccessRules.NONE, AccessRulesContents::add);
    add(parts, "pace", policy.pace(), Pace.FREE, PolicyContents::add);
    add(
        parts,
        "dialogue",
        policy.dialogue(),
        DialogueRules.NONE,
        (texts, part) -> texts.add(part.pauseMax().toString()));
    add(parts, "width", policy.width(), Width.ANY, PolicyContents::add);
    add(
        parts,
        "cap",
        policy.cap(),
        AccessCap.NONE,
        (texts, part) -> texts.add(part.accessMax().map(Object::toString).orElse("")));
    add(
        parts,
        "signatures",
        policy.signatures(),
        SignatureRules.NONE,
        (texts, part) -> texts.addAll(List.of(part.mode().name(), part.keysWait().toString())));
    add(
        parts,
        "review",
        policy.review(),
        ReviewRules.NONE,
        (texts, part) -> texts.add(part.dwell().map(Object::toString).orElse("")));
    add(parts, "guardRails", policy.guardRails(), GuardRails.NONE, PolicyContents::add);
    add(
        parts,
        "reading",
        policy.reading(),
        ReadingRules.NONE,
        (texts, part) -> texts.add(part.remindAfter().map(Object::toString).orElse("")));
  }

  private static <P> void add(
      List<String> parts, String name, P part, P nothing, BiConsumer<List<String>, P> telling) {
    if (!part.equals(nothing)) {
      parts.add(name);
      telling.accept(parts, part);
    }
  }

  private static void add(List<String> parts, Scopes scopes) {
    parts.add(Integer.toString(scopes.given().size()));
    for (var scope : scopes.given()) {
      parts.add(scope.person().map(PersonId::value).orElse(""));
      parts.add(scope.group().map(GroupId::value).orElse(""));
      parts.add(scope.resources());
    }
  }

  /** A set has no order of its own, so it gets one here. */
  private static void add(List<String> parts, ClosingRules closing) {
    Contents.addAll(parts, closing.points().stream().sorted().toList());
    parts.add(closing.within().toString());
  }

  private static void add(List<String> parts, ReasonCodes reasonCodes) {
    Contents.addAll(parts, reasonCodes.known().stream().sorted().toList());
  }

  private static void add(List<String> parts, DetailedRoutes routes) {
    parts.add(Integer.toString(routes.given().size()));
    for (var route : routes.given()) {
      Contents.addAll(parts, route.tags().stream().sorted().toList());
      Contents.addAll(parts, route.reasonCodes().stream().sorted().toList());
      Contents.addAll(parts, route.severities().stream().sorted().toList());
      addSupport(parts, route);
      SettingsContents.add(parts, route.route());
    }
  }

  /** Nothing where nothing is said: what was remembered of routes before has no word of it. */
  private static void addSupport(List<String> parts, DetailedRoute route) {
    if (!route.teams().isEmpty() || route.escalationAtLeast() > 0) {
      parts.add("support");
      Contents.addAll(parts, route.teams().stream().sorted().toList());
      parts.add(Integer.toString(route.escalationAtLeast()));
    }
  }

  private static void add(List<String> parts, Assignments assignments) {
    parts.add(Integer.toString(assignments.given().size()));
    for (var one : assignments.given()) {
      parts.add(one.holder().person().value());
      parts.add(one.holder().mail().text());
      parts.add(one.role().name());
      parts.add(one.resources());
    }
  }

  private static void add(List<String> parts, Disabling disabling) {
    parts.add(Boolean.toString(disabling.isSecondPersonRequired()));
  }

  private static void add(List<String> parts, Pace pace) {
    parts.add(pace.openAtMost().map(String::valueOf).orElse(""));
    Contents.addAll(parts, pace.coolDown().map(PolicyContents::texts).orElse(List.of()));
  }

  private static List<String> texts(CoolDown rule) {
    return List.of(
        Integer.toString(rule.denials()), rule.within().toString(), rule.lasts().toString());
  }

  private static void add(List<String> parts, Width width) {
    Contents.addAll(parts, width.widest());
    parts.add(width.resourcesAtMost().map(String::valueOf).orElse(""));
  }

  private static void add(List<String> parts, GuardRails guardRails) {
    parts.add(Integer.toString(guardRails.given().size()));
    for (var rail : guardRails.given()) {
      parts.add(rail.id().value());
      Contents.addAll(parts, rail.tags().stream().sorted().toList());
      Contents.addAll(parts, rail.resources());
    }
  }

  private static void add(List<String> parts, Mails mails) {
    Contents.addAll(parts, List.copyOf(mails.muted()));
  }
}
