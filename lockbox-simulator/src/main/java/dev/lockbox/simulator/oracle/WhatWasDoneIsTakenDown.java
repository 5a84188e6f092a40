package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.decision.Refusal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What an engineer did happened, so nobody refuses to hear of it, whatever it was. */
final class WhatWasDoneIsTakenDown implements Invariant {
  /** The customer is nobody's, or the id stands for something else that was taken down. */
  private static final Set<Refusal> BESIDE_THE_POINT =
      EnumSet.of(Refusal.UNKNOWN_TENANT, Refusal.DECISION_ID_REUSED);

  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    return evidence
        .recorded()
        .map(Recorded::event)
        .filter(CommandRefused.class::isInstance)
        .map(CommandRefused.class::cast)
        .filter(no -> no.command().equals("ReportAction"))
        .filter(no -> !BESIDE_THE_POINT.contains(no.refusal()))
        .findFirst()
        .map(no -> "%s refused to take down what was done".formatted(no.refusal()));
  }
}
