package dev.lockbox.testkit.run;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.RequestId;
import java.time.Instant;

/**
 * One thing that one client did, with all its tries under the same attempt.
 *
 * @param command what it asked for, for example {@code Approve}
 * @param invoked before the first try
 * @param answered after the last
 */
public record Operation(
    RequestId request,
    Attempt attempt,
    String command,
    Instant invoked,
    Instant answered,
    Outcome outcome) {

  /** For people. */
  public String told() {
    return "%s %s as %s at %s: %s"
        .formatted(attempt.actor(), command, attempt.id(), invoked, outcome);
  }

  public boolean isAccepted() {
    return outcome instanceof Outcome.Accepted;
  }

  /** Whether it says no: a denial or a revocation. */
  public boolean isNo() {
    return command.equals("Deny") || command.equals("Revoke");
  }

  public Operation with(Outcome other) {
    return new Operation(request, attempt, command, invoked, answered, other);
  }

  public Operation between(Instant start, Instant end) {
    return new Operation(request, attempt, command, start, end, outcome);
  }
}
