package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.EvaluationCommand.DenyInternally;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.simulator.record.Heard;
import dev.lockbox.simulator.record.Standing;
import dev.lockbox.simulator.record.Written;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** I7: behind a no that was acknowledged there is no grant, and readers see none. */
final class NoIsKept implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    var nos = nos(evidence);
    for (var heard : evidence.heard()) {
      if (heard.answer() == Heard.Answer.YES && nos.contains(heard.id())) {
        var broken = brokenBy(evidence, heard);
        if (broken.isPresent()) {
          return broken;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> brokenBy(Evidence evidence, Heard no) {
    var request = no.about().orElseThrow();
    var grantedLater =
        evidence.historyOf(no.tenant()).stream()
            .filter(recorded -> recorded.sequence() > no.sequence())
            .anyMatch(
                recorded ->
                    isGrant(recorded.event())
                        && recorded.event().about().equals(Optional.of(request)));
    var open =
        evidence.standings().stream()
            .filter(standing -> standing.request().equals(request))
            .anyMatch(standing -> !isOver(standing));
    return grantedLater || open
        ? Optional.of(
            "%s was told that %s is closed, and it is not".formatted(no.attempt().actor(), request))
        : Optional.empty();
  }

  private static boolean isGrant(Event event) {
    return Grant.of(event).isPresent() || event instanceof AccessStarted;
  }

  private static boolean isOver(Standing standing) {
    return Set.of("Closed", "Closing", "Faulted").contains(standing.kind());
  }

  private static Set<CommandId> nos(Evidence evidence) {
    var nos = new HashSet<CommandId>();
    for (var partition : evidence.commands()) {
      for (var entry : partition) {
        if (entry.value() instanceof Written.Readable one
            && (one.command() instanceof Deny
                || one.command() instanceof Revoke
                || one.command() instanceof DenyInternally)) {
          nos.add(one.id());
        }
      }
    }
    return nos;
  }
}
