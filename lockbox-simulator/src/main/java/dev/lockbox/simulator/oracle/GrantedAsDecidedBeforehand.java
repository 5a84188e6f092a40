package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A grant that nobody was asked for names a rule that approves, which the tenant had set by then;
 * and its engineer never changed the rules.
 */
final class GrantedAsDecidedBeforehand implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    for (var tenant : evidence.tenants()) {
      var history = evidence.historyOf(tenant).stream().map(Recorded::event).toList();
      for (var index = 0; index < history.size(); index++) {
        if (history.get(index) instanceof GrantedByRule grant
            && !isDecided(history.subList(0, index), grant)) {
          return Optional.of("%s was granted by no rule of its tenant".formatted(grant.request()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isDecided(List<Event> before, GrantedByRule grant) {
    return settings(before).policy().access().automatic().stream()
            .filter(rule -> rule.effect() == AutoRule.Effect.APPROVE)
            .anyMatch(rule -> rule.id().equals(grant.rule()))
        && !changers(before).contains(grant.asked().engineer());
  }

  private static Settings settings(List<Event> history) {
    var settings = Settings.DEFAULTS;
    for (var event : history) {
      if (event instanceof SettingsChanged changed) {
        settings = changed.settings();
      }
    }
    return settings;
  }

  private static Set<PersonId> changers(List<Event> history) {
    var changers = new HashSet<PersonId>();
    for (var event : history) {
      if (event instanceof SettingsChanged changed) {
        changers.add(changed.by().actor());
        changed.proposedBy().ifPresent(changers::add);
      } else if (event instanceof ApproversReplaced replaced) {
        changers.add(replaced.by().actor());
      } else if (event instanceof MembersReplaced replaced) {
        changers.add(replaced.by().actor());
      }
    }
    return changers;
  }
}
