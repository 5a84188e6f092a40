package dev.lockbox.domain;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.CommandRule;
import dev.lockbox.domain.rules.CredentialRule;
import dev.lockbox.domain.rules.EntryRules;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.TargetRule;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** What is set for engineers' sessions, as texts; see {@link Contents}. */
final class SessionRulesContents {
  private SessionRulesContents() {}

  static void add(List<String> parts, SessionRules rules) {
    parts.add(rules.limits().idleAfter().toString());
    parts.add(rules.limits().longest().toString());
    add(parts, rules.entry());
    parts.add(Integer.toString(rules.targets().size()));
    rules.targets().forEach(target -> add(parts, target));
    parts.add(Integer.toString(rules.commands().size()));
    rules.commands().forEach(command -> add(parts, command));
    parts.add(Boolean.toString(rules.endedOutOfGrant()));
    // Nothing where it is not set: what was remembered before has no word of it.
    if (rules.listedOnly()) {
      parts.add("listedOnly");
    }
  }

  private static void add(List<String> parts, EntryRules entry) {
    addSorted(parts, entry.channels());
    addSorted(parts, entry.sources());
    parts.add(Boolean.toString(entry.throughGateway()));
    addSorted(parts, entry.methods());
    addSorted(parts, entry.kinds());
    addSorted(parts, entry.systems());
    addSorted(parts, entry.posture());
    addSorted(parts, entry.crypto());
    addSorted(parts, entry.countries());
    // What follows the countries is a number, so that this is not taken for it.
    if (!entry.credentials().isEmpty()) {
      parts.add("credentials=" + entry.credentials().size());
      entry.credentials().forEach(rule -> add(parts, rule));
    }
  }

  private static void add(List<String> parts, CredentialRule rule) {
    parts.add(rule.credential().text());
    addSorted(parts, rule.channels());
    parts.add(rule.under());
  }

  private static void add(List<String> parts, TargetRule target) {
    parts.add(target.under());
    parts.add(target.idleAfter().map(Duration::toString).orElse(""));
    parts.add(Integer.toString(target.sessionsMax()));
    addSorted(parts, target.engineers().stream().map(PersonId::value).toList());
  }

  private static void add(List<String> parts, CommandRule command) {
    addSorted(parts, command.channels());
    addSorted(parts, command.actions());
    parts.add(command.verb());
    Contents.addAll(
        parts,
        command.parameters().entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .toList());
    // What follows a command is a number or a truth, so that this is taken for neither.
    command.id().ifPresent(id -> parts.add("id=" + id));
  }

  /** A set has no order of its own, so it gets one here. */
  private static void addSorted(List<String> parts, Collection<?> values) {
    Contents.addAll(parts, values.stream().map(Object::toString).sorted().toList());
  }
}
