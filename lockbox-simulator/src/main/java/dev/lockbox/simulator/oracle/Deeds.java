package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.SessionCommand.OfAction;
import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.CommandLine;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.rules.CommandRule;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.Terms;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is to be said of something that an engineer did or is to do, from docs/sessions.md. */
final class Deeds {
  private final Story story;
  private final OfAction report;
  private final When when;

  Deeds(Story story, OfAction report, When when) {
    this.story = story;
    this.report = report;
    this.when = when;
  }

  /** What the request grants just now; empty where it grants nothing. */
  Optional<Terms> granted() {
    return report
        .request()
        .filter(request -> story.isLive(request, when))
        .map(request -> story.agreed(request).terms());
  }

  /** The session that was named, where it is open, and under the request that was named. */
  Optional<Visit> session() {
    return report
        .session()
        .flatMap(story.visits(report.engineer().person())::open)
        .filter(visit -> report.request().equals(Optional.of(visit.began().request())))
        .filter(visit -> !visit.isOver(when));
  }

  Set<Finding> findings() {
    var findings = EnumSet.noneOf(Finding.class);
    if (report.request().filter(one -> story.version(Optional.of(one)) > 0).isEmpty()) {
      findings.add(Finding.NO_REQUEST);
    } else {
      granted()
          .ifPresentOrElse(
              terms -> addOutside(terms, findings), () -> findings.add(Finding.NOT_GRANTED));
    }
    if (story.isFrozen()) {
      findings.add(Finding.FROZEN);
    }
    var isNamed = report.session().isPresent();
    if (session().isEmpty() && (isNamed || report.deed().witness() == Witness.GATEWAY)) {
      findings.add(Finding.NO_SESSION);
    }
    if (report.deed().command().filter(typed -> !isAllowed(typed)).isPresent()) {
      findings.add(Finding.COMMAND_NOT_ALLOWED);
    }
    return findings;
  }

  private void addOutside(Terms terms, Set<Finding> findings) {
    if (!story.engineer(report.request().orElseThrow()).equals(report.engineer().person())) {
      findings.add(Finding.OTHER_ENGINEER);
    }
    if (!terms.actions().contains(report.deed().action())) {
      findings.add(Finding.ACTION_NOT_GRANTED);
    }
    if (Doorway.covering(terms, report.deed().resource()).isEmpty()) {
      findings.add(Finding.RESOURCE_NOT_GRANTED);
    }
    if (!isAskedForWith()) {
      findings.add(Finding.ARGUMENT_NOT_GRANTED);
    }
  }

  /** Where it was asked for with anything, with nothing else. */
  private boolean isAskedForWith() {
    var deed = report.deed();
    var asked =
        story.open(report.request().orElseThrow()).details().arguments().stream()
            .filter(one -> one.action().equals(deed.action()))
            .toList();
    return asked.isEmpty()
        || deed.arguments().entrySet().stream()
            .allMatch(
                told ->
                    asked.stream()
                        .anyMatch(
                            one ->
                                one.name().equals(told.getKey())
                                    && one.value().equals(told.getValue().text())));
  }

  private boolean isAllowed(CommandLine typed) {
    return listed().isEmpty() ? !rules().listedOnly() : allowing(typed).isPresent();
  }

  private List<CommandRule> listed() {
    var channel = session().map(visit -> visit.began().connection().channel());
    return rules().commands().stream().filter(rule -> isFor(rule, channel)).toList();
  }

  private Optional<CommandRule> allowing(CommandLine typed) {
    var actions = granted().map(Terms::actions).orElse(List.of());
    return listed().stream().filter(rule -> allows(rule, typed, actions)).findFirst();
  }

  /** The rule by which it was typed, or else those that say something of its verb. */
  List<Code> named() {
    if (report.deed().command().isEmpty()) {
      return List.of();
    }
    var typed = report.deed().command().get();
    var telling =
        allowing(typed)
            .map(List::of)
            .orElseGet(
                () ->
                    listed().stream()
                        .filter(rule -> rule.verb().equalsIgnoreCase(typed.verb()))
                        .toList());
    return telling.stream().flatMap(rule -> rule.id().stream()).sorted().toList();
  }

  SessionRules rules() {
    return story.now().settings().policy().sessions();
  }

  private static boolean isFor(CommandRule rule, Optional<Channel> channel) {
    return rule.channels().isEmpty() || channel.map(rule.channels()::contains).orElse(true);
  }

  private static boolean allows(CommandRule rule, CommandLine typed, List<ActionName> granted) {
    return rule.verb().equalsIgnoreCase(typed.verb())
        && (rule.actions().isEmpty() || rule.actions().stream().anyMatch(granted::contains))
        && typed.parameters().entrySet().stream().allMatch(one -> isListed(rule, one));
  }

  private static boolean isListed(CommandRule rule, Map.Entry<String, PersonalText> given) {
    return rule.parameters().entrySet().stream()
        .anyMatch(
            listed ->
                listed.getKey().equalsIgnoreCase(given.getKey())
                    && Preset.is(listed.getValue().text(), given.getValue().text(), false));
  }
}
