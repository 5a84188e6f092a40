package dev.lockbox.domain.freeze;

import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.domain.decision.Refusal.NOT_FROZEN;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;

import dev.lockbox.domain.GrantsCommand;
import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.TenantId;
import java.time.Instant;
import java.util.Optional;

/** Says what freezes a tenant's grants, and what releases them. */
public final class FreezeDecider {
  private FreezeDecider() {}

  /**
   * What an unreadable record brings about by itself, where it is found.
   *
   * @param at when that record was appended
   * @return empty where it changes nothing
   */
  public static Optional<GrantsFrozen> found(
      Freezes state, TenantId tenant, QuarantineId quarantine, String cause, Instant at) {
    return state.covers(quarantine)
        ? Optional.empty()
        : Optional.of(new GrantsFrozen(tenant, at, Optional.empty(), quarantine, cause));
  }

  /**
   * @param isRegistered whether the tenant is, at the command's position in the log
   * @param at when the command was appended
   */
  public static Decision<GrantsEvent> decide(
      Freezes state, GrantsCommand command, boolean isRegistered, Instant at) {
    if (!isRegistered) {
      return refuse(UNKNOWN_TENANT, "tenant %s is not registered".formatted(command.tenant()));
    }
    return state
        .trail()
        .<GrantsEvent>answerTo(command.by(), command::content)
        .orElseGet(
            () ->
                switch (command) {
                  case FreezeGrants freeze -> freeze(state, freeze, at);
                  case ReleaseGrants release -> release(state, release, at);
                });
  }

  /** What is frozen by that record already stays so, whoever asks again. */
  private static Decision<GrantsEvent> freeze(Freezes state, FreezeGrants freeze, Instant at) {
    return state.covers(freeze.quarantine())
        ? new Repeated<>(state.trail().version())
        : accept(
            new GrantsFrozen(
                freeze.tenant(), at, Optional.of(by(freeze)), freeze.quarantine(), freeze.cause()));
  }

  private static Decision<GrantsEvent> release(Freezes state, ReleaseGrants release, Instant at) {
    return state.by().contains(release.quarantine())
        ? accept(
            new GrantsReleased(
                release.tenant(), at, by(release), release.quarantine(), release.reason()))
        : refuse(
            NOT_FROZEN,
            "grants of customer %s are not frozen by record %s"
                .formatted(release.tenant(), release.quarantine()));
  }

  private static Provenance by(GrantsCommand command) {
    return new Provenance(command.by(), command.content());
  }
}
