package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.BASTION;
import static dev.lockbox.domain.Cast.GATEWAY;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.REASON;
import static dev.lockbox.domain.Commands.acknowledgeClosing;
import static dev.lockbox.domain.Commands.revoke;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.closingAcknowledged;
import static dev.lockbox.domain.Events.closingFailed;
import static dev.lockbox.domain.Events.closingRequired;
import static dev.lockbox.domain.Events.ended;
import static dev.lockbox.domain.Events.finished;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.revoked;
import static dev.lockbox.domain.RevocationCause.REVOKED_BY_APPROVER;
import static dev.lockbox.domain.Samples.unsaid;
import static dev.lockbox.domain.Scenario.given;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What becomes of access once it is granted, each once. */
final class AccessSamples {
  private static final Instant DAY_LATER = MORNING.plus(Duration.ofDays(1));

  private AccessSamples() {}

  static List<Command> commands() {
    return List.of(acknowledgeClosing().build(unsaid(3)));
  }

  static List<Event> events() {
    return List.of(
        closingRequired(DAY_LATER, GATEWAY, BASTION)
            .through(revoke().because(REASON))
            .build(unsaid(2)),
        closingAcknowledged(Duration.ofSeconds(3)).build(unsaid(4)),
        closingFailed(BASTION).at(DAY_LATER).build(unsaid(5)));
  }

  /** Leaving unsaid what may be. */
  static List<Event> sparseEvents() {
    return List.of(closingRequired(DAY_LATER, GATEWAY).build(unsaid(2)));
  }

  static List<AccessRequest> states() {
    return List.of(
        given(opened(), approved(), closingRequired(DAY_LATER, GATEWAY, BASTION)).state(),
        given(opened(), approved(), closingRequired(DAY_LATER, GATEWAY), ended()).state(),
        given(opened(), approved(), closingRequired(DAY_LATER, GATEWAY, BASTION), finished())
            .state(),
        given(
                opened(),
                approved(),
                closingRequired(DAY_LATER, GATEWAY, BASTION),
                revoked(REVOKED_BY_APPROVER),
                closingFailed(GATEWAY, BASTION))
            .state());
  }
}
