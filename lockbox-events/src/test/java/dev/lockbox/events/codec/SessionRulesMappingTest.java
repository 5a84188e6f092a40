package dev.lockbox.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Claim;
import dev.lockbox.domain.gateway.CommandLine;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.gateway.Keeps;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.rules.CommandRule;
import dev.lockbox.domain.rules.CredentialRule;
import dev.lockbox.domain.rules.EntryRules;
import dev.lockbox.domain.rules.SessionLimits;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.SessionRules.Obstacle;
import dev.lockbox.domain.rules.Wildcard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionRulesMappingTest {
  private static final List<ActionName> GRANTED = List.of(new ActionName("k8s.pod.logs"));
  private static final CommandRule LISTED =
      new CommandRule(Optional.empty(), Set.of(Channel.API), Set.of(), "Get-Pod", Map.of());
  private static final Claim USB_OFF = new Claim("usb-off");

  /** On a device that keeps to what anybody might ask, with a card for it. */
  private static final Connection COMING =
      new Connection(
          Channel.API,
          "gateway-1",
          Optional.of(
              new Device(
                  new DeviceId("saw-1"), Optional.empty(), Optional.empty(), Set.of(USB_OFF))),
          Set.of(),
          Optional.of(new Claim("card-1")),
          Optional.empty(),
          Optional.empty(),
          Keeps.NOTHING);

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

  @Test
  void aReaderThatDoesNotKnowOfCredentialsLetsNobodyIn() {
    for (var posture : List.of(Set.<Claim>of(), Set.of(USB_OFF))) {
      var rules = byCard(posture);
      assertThat(rules.obstacleTo(COMING, Optional.empty())).isEmpty();
      var older = SessionRulesMapping.fromRules(withoutCredentials(rules));
      assertThat(older.obstacleTo(COMING, Optional.empty())).contains(Obstacle.DEVICE);
    }
  }

  /** Also where somebody asks for the very thing that goes along. */
  @Test
  void whatGoesAlongWithCredentialsIsNotReadAsAskedOfADevice() {
    for (var posture :
        List.of(Set.<Claim>of(), Set.of(USB_OFF), Set.of(new Claim("lockbox:nothing")))) {
      var rules = byCard(posture);
      var wire = SessionRulesMapping.wire(rules);
      assertThat(wire.getEntry().getPosture()).hasSize(posture.size() + 1);
      assertThat(SessionRulesMapping.fromRules(wire)).isEqualTo(rules);
    }
  }

  private static dev.lockbox.wire.shared.SessionRules withoutCredentials(SessionRules rules) {
    var wire = SessionRulesMapping.wire(rules);
    var entry = wire.getEntry();
    return new dev.lockbox.wire.shared.SessionRules(
        wire.getIdleAfterMillis(),
        wire.getLongestMillis(),
        new dev.lockbox.wire.shared.EntryRules(
            entry.getChannels(),
            entry.getSources(),
            entry.getThroughGateway(),
            entry.getMethods(),
            entry.getKinds(),
            entry.getSystems(),
            entry.getPosture(),
            entry.getCrypto(),
            entry.getCountries(),
            List.of()),
        wire.getTargets(),
        wire.getCommands(),
        wire.getEndedOutOfGrant(),
        wire.getListedOnly());
  }

  private static SessionRules byCard(Set<Claim> posture) {
    return new SessionRules(
        SessionLimits.DEFAULT,
        new EntryRules(
            Set.of(),
            Set.of(),
            false,
            Set.of(),
            Set.of(),
            Set.of(),
            posture,
            Set.of(),
            Set.of(),
            List.of(new CredentialRule(new Wildcard("card-*"), Set.of(Channel.API), ""))),
        List.of(),
        List.of(),
        false,
        false);
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
