package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.decision.Refusal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What an engineer did, or may do at a target, is so: nobody refuses to hear of it. */
final class WhatWasDoneIsTakenDown implements Invariant {
  private static final Set<String> TOLD =
      Set.of("ReportAction", "ReportProvisioned", "ReportNotProvisioned", "ReportUngranted");

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
        .filter(no -> TOLD.contains(no.command()))
        .filter(no -> !BESIDE_THE_POINT.contains(no.refusal()))
        .findFirst()
        .map(no -> "%s refused to take down what is so".formatted(no.refusal()));
  }
}
