package dev.lockbox.simulator.people;

import dev.lockbox.domain.TargetReport.ReportNotProvisioned;
import dev.lockbox.domain.TargetReport.ReportProvisioned;
import dev.lockbox.domain.TargetReport.ReportUngranted;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an enforcement point tells of access at a target, of whatever request, whenever. */
final class Targets {
  private static final PersonId ADAPTER = new PersonId("adapter-1");

  /** The variant of what a target lists with no request. */
  private static final int OF_NO_REQUEST = 11;

  private static final List<Set<Finding>> FINDINGS =
      List.of(
          EnumSet.of(Finding.NOT_GRANTED),
          EnumSet.of(Finding.ACTION_NOT_GRANTED, Finding.RESOURCE_NOT_GRANTED),
          EnumSet.of(Finding.OTHER_ENGINEER),
          EnumSet.of(Finding.NO_REQUEST));

  private Targets() {}

  static ReportProvisioned provisioned(Details with) {
    return new ReportProvisioned(Gateway.engineer(with), by(with, "there"), with.request());
  }

  static ReportNotProvisioned notProvisioned(Details with) {
    return new ReportNotProvisioned(Gateway.engineer(with), by(with, "not-there"), with.request());
  }

  static ReportUngranted ungranted(Details with) {
    var variant = with.variant();
    return new ReportUngranted(
        Gateway.engineer(with),
        by(with, "found"),
        named(with),
        Cast.ACTIONS.get(variant % Cast.ACTIONS.size()),
        Cast.RESOURCE,
        FINDINGS.get(variant % FINDINGS.size()));
  }

  private static Optional<RequestId> named(Details with) {
    return with.variant() == OF_NO_REQUEST ? Optional.empty() : Optional.of(with.request());
  }

  private static Attempt by(Details with, String what) {
    return new Attempt(ADAPTER, new DecisionId("%s-%s".formatted(what, with.attempt())));
  }
}
