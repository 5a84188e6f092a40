package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.AccessLimits;
import java.time.Duration;
import java.util.Set;

/**
 * What becomes of a request for practice: its people are asked, whatever would be settled without
 * them in earnest (ADR 36).
 */
final class Practising extends PassingOn {
  /** How many may wait at a customer at once. */
  static final int AT_ONCE = 3;

  /** Who asks for practice, and for nothing else. */
  private static final PersonId NOBODY = new PersonId("practice-engineer");

  private final Duration accessFor;

  Practising(
      StartPractice start,
      Governance now,
      AccessLimits limits,
      Duration longest,
      When when,
      boolean isFrozen) {
    this(
        start,
        start.asked().accessFor().orElse(limits.accessFor()),
        now,
        limits,
        longest,
        when,
        isFrozen);
  }

  private Practising(
      StartPractice start,
      Duration accessFor,
      Governance now,
      AccessLimits limits,
      Duration longest,
      When when,
      boolean isFrozen) {
    super(asInEarnest(start), accessFor, Set.of(), now, limits, longest, when, isFrozen);
    this.accessFor = accessFor;
  }

  /** With nothing else said, and nothing known of who asks. */
  static OpenRequest asInEarnest(StartPractice start) {
    return new OpenRequest(start.request(), start.by(), start.asked());
  }

  /** Whether nothing in earnest may be asked for in this name, however it is written. */
  static boolean isNobody(PersonId engineer) {
    return engineer.value().equalsIgnoreCase(NOBODY.value());
  }

  Duration accessFor() {
    return accessFor;
  }

  @Override
  Course course() {
    return Course.ASKED;
  }

  @Override
  boolean isPractice() {
    return true;
  }

  @Override
  boolean isTicketMissing() {
    return false;
  }

  @Override
  boolean isReasonMissing() {
    return false;
  }
}
