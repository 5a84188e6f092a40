package dev.lockbox.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.CommandLine;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.rules.CommandRule;
import dev.lockbox.domain.rules.EntryRules;
import dev.lockbox.domain.rules.SessionLimits;
import dev.lockbox.domain.rules.SessionRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionRulesMappingTest {
  private static final List<ActionName> GRANTED = List.of(new ActionName("k8s.pod.logs"));
  private static final CommandRule LISTED =
      new CommandRule(Optional.empty(), Set.of(Channel.API), Set.of(), "Get-Pod", Map.of());

  @Test
  void aReaderThatDoesNotKnowThatOnlyListedCommandsMayBeTypedAllowsNoMore() {
    for (var commands : List.of(List.<CommandRule>of(), List.of(LISTED))) {
      var rules = listedOnly(commands);
      var older = SessionRulesMapping.fromRules(asAnOlderReaderSeesIt(rules));
      for (var channel : Channel.values()) {
        for (var verb : List.of("Get-Pod", "Set-Mailbox", "nothing")) {
          var typed = new CommandLine(verb, Map.of());
          assertThat(older.typing(Optional.of(channel), typed, GRANTED).isAllowed())
              .as("%s by %s", verb, channel)
              .isEqualTo(rules.typing(Optional.of(channel), typed, GRANTED).isAllowed());
        }
      }
    }
  }

  /** Also where somebody lists the very command that goes along. */
  @Test
  void whatGoesAlongForOlderReadersIsNotReadAsListed() {
    var goesAlong =
        new CommandRule(
            Optional.empty(),
            Set.of(),
            Set.of(new ActionName("lockbox:nothing")),
            "nothing",
            Map.of());
    for (var commands : List.of(List.<CommandRule>of(), List.of(LISTED), List.of(goesAlong))) {
      var rules = listedOnly(commands);
      var wire = SessionRulesMapping.wire(rules);
      assertThat(wire.getCommands()).hasSize(commands.size() + 1);
      assertThat(SessionRulesMapping.fromRules(wire)).isEqualTo(rules);
    }
  }

  private static dev.lockbox.wire.shared.SessionRules asAnOlderReaderSeesIt(SessionRules rules) {
    var wire = SessionRulesMapping.wire(rules);
    return new dev.lockbox.wire.shared.SessionRules(
        wire.getIdleAfterMillis(),
        wire.getLongestMillis(),
        wire.getEntry(),
        wire.getTargets(),
        wire.getCommands(),
        wire.getEndedOutOfGrant(),
        false);
  }

  private static SessionRules listedOnly(List<CommandRule> commands) {
    return new SessionRules(
        SessionLimits.DEFAULT, EntryRules.NONE, List.of(), commands, false, true);
  }
}
