package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.TargetEvent.AccessNotProvisioned;
import dev.lockbox.domain.TargetEvent.AccessProvisioned;
import dev.lockbox.domain.TargetEvent.UngrantedAccessDetected;
import dev.lockbox.domain.TargetReport.ReportNotProvisioned;
import dev.lockbox.domain.TargetReport.ReportUngranted;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the oracle finds wrong with what is told of targets. */
class JudgedTargetsTest extends StoryByHand {
  private static final EngineerId ENGINEER = new EngineerId(CONTOSO, EVA);
  private static final PersonId ADAPTER = new PersonId("adapter-1");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Set<Finding> BOTH = Set.of(Finding.NOT_GRANTED, Finding.ACTION_NOT_GRANTED);

  @Test
  void whatIsFoundAtATargetIsTakenDownThoughNothingIsGranted() {
    registered();
    opened();
    found(BOTH);
    assertThat(judged()).isEmpty();
  }

  @Test
  void whatIsRefusedOfATargetIsFound() {
    registered();
    opened();
    var report = ungranted();
    happened(
        report,
        LATER,
        1,
        new CommandRefused(
            CONTOSO,
            Optional.of(REQUEST),
            LATER,
            report.by(),
            report.name(),
            Refusal.NOT_GRANTED,
            "nothing is granted"));
    thenBroken("WhatWasDoneIsTakenDown");
  }

  @Test
  void aReasonThatIsLeftOutIsFound() {
    registered();
    opened();
    found(Set.of(Finding.NOT_GRANTED));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void whatIsTakenDownTwiceIsFound() {
    registered();
    opened();
    found(BOTH);
    var first = events.getLast().value();
    record(new Recorded(events.size() + 1, 1, first.cause(), first.event()));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void accessThatIsSaidToBeSetUpAndIsNotIsFound() {
    registered();
    opened();
    var report = new ReportNotProvisioned(ENGINEER, by(ADAPTER, "not-there"), REQUEST);
    happened(report, LATER, 1, new AccessProvisioned(ENGINEER, LATER, provenance(report), REQUEST));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void accessThatCouldNotBeSetUpIsToldAsThat() {
    registered();
    opened();
    var report = new ReportNotProvisioned(ENGINEER, by(ADAPTER, "not-there"), REQUEST);
    happened(
        report, LATER, 1, new AccessNotProvisioned(ENGINEER, LATER, provenance(report), REQUEST));
    assertThat(judged()).isEmpty();
  }

  private static ReportUngranted ungranted() {
    return new ReportUngranted(
        ENGINEER,
        by(ADAPTER, "found"),
        Optional.of(REQUEST),
        ASKED.actions().getFirst(),
        ASKED.resources().getFirst(),
        BOTH);
  }

  private void found(Set<Finding> told) {
    var report = ungranted();
    happened(
        report,
        LATER,
        1,
        new UngrantedAccessDetected(
            ENGINEER,
            LATER,
            provenance(report),
            report.about(),
            report.action(),
            report.resource(),
            told));
  }
}
