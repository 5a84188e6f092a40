package dev.lockbox.domain;

import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody asked, and the rules said no. Changes nothing, and stands in the record all the same:
 * who tried what matters as much as who did.
 *
 * @param about the request it was about; empty when it was about the tenant itself
 * @param attempt who asked
 * @param command the command's name, for example {@code Approve}
 * @param detail for people; holds no personal text
 * @param unadmitted what was asked for, where it was looked at before it was refused
 */
public record CommandRefused(
    TenantId tenant,
    Optional<RequestId> about,
    Instant at,
    Attempt attempt,
    String command,
    Refusal refusal,
    String detail,
    Optional<Unadmitted> unadmitted)
    implements Event {

  /** Of what nobody looked at any closer. */
  public CommandRefused(
      TenantId tenant,
      Optional<RequestId> about,
      Instant at,
      Attempt attempt,
      String command,
      Refusal refusal,
      String detail) {
    this(tenant, about, at, attempt, command, refusal, detail, Optional.empty());
  }

  /** Empty for an alarm: nobody asked, so nobody is told. */
  public static Optional<CommandRefused> of(Command command, Refused<?> no, Instant at) {
    return command
        .attempt()
        .map(
            attempt ->
                new CommandRefused(
                    command.tenant(),
                    command.about(),
                    at,
                    attempt,
                    command.name(),
                    no.refusal(),
                    no.detail(),
                    unadmitted(command, no)));
  }

  private static Optional<Unadmitted> unadmitted(Command command, Refused<?> no) {
    return command instanceof OpenRequest open
        ? no.evaluation().map(found -> new Unadmitted(open.asked(), found))
        : Optional.empty();
  }
}
