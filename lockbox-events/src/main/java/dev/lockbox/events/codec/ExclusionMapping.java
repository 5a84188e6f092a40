package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.EventMapping.recorded;
import static dev.lockbox.events.codec.SharedMapping.fromPersonal;
import static dev.lockbox.events.codec.SharedMapping.fromProvenance;
import static dev.lockbox.events.codec.SharedMapping.fromReason;
import static dev.lockbox.events.codec.SharedMapping.fromTrail;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.DataExposure;
import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.ExclusionReport;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.IncidentId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.ExclusionSnapshot;
import dev.lockbox.wire.event.AcknowledgementOverdue;
import dev.lockbox.wire.event.BreakGlassLapsed;
import dev.lockbox.wire.event.BreakGlassProposed;
import dev.lockbox.wire.event.ExclusionAcknowledged;
import dev.lockbox.wire.event.ExclusionInvoked;
import dev.lockbox.wire.shared.EventHead;
import dev.lockbox.wire.shared.ExclusionStage;
import dev.lockbox.wire.state.ExclusionState;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** What happened about accesses that no approval covers, and where they stand. */
final class ExclusionMapping {
  static final List<Class<? extends SpecificRecord>> EVENTS =
      List.of(
          BreakGlassProposed.class,
          ExclusionInvoked.class,
          ExclusionAcknowledged.class,
          AcknowledgementOverdue.class,
          BreakGlassLapsed.class);

  private ExclusionMapping() {}

  static SpecificRecord toWire(EventHead head, ExclusionEvent event) {
    var id = event.exclusion().value();
    return switch (event) {
      case ExclusionEvent.BreakGlassProposed proposed ->
          new BreakGlassProposed(
              head, id, wire(proposed.by()), wireReport(proposed.report()), proposed.confirmBy());
      case ExclusionEvent.ExclusionInvoked invoked ->
          new ExclusionInvoked(
              head,
              id,
              wire(invoked.by()),
              invoked.proposedBy().map(PersonId::value).orElse(null),
              wireReport(invoked.report()),
              invoked.acknowledgeBy());
      case ExclusionEvent.ExclusionAcknowledged noted ->
          new ExclusionAcknowledged(head, id, wire(noted.by()), wire(noted.reason()));
      case ExclusionEvent.AcknowledgementOverdue overdue -> new AcknowledgementOverdue(head, id);
      case ExclusionEvent.BreakGlassLapsed lapsed -> new BreakGlassLapsed(head, id);
    };
  }

  /** One of {@link #EVENTS}. */
  static Recorded toDomain(SpecificRecord wire) {
    return switch (wire) {
      case BreakGlassProposed proposed -> {
        var head = proposed.getHead();
        yield recorded(
            head,
            new ExclusionEvent.BreakGlassProposed(
                exclusion(head.getTenant(), proposed.getExclusionId()),
                head.getAt(),
                fromProvenance(proposed.getBy()),
                fromReport(proposed.getReport()),
                proposed.getConfirmBy()));
      }
      case ExclusionInvoked invoked -> {
        var head = invoked.getHead();
        yield recorded(
            head,
            new ExclusionEvent.ExclusionInvoked(
                exclusion(head.getTenant(), invoked.getExclusionId()),
                head.getAt(),
                fromProvenance(invoked.getBy()),
                Optional.ofNullable(invoked.getProposedBy()).map(PersonId::new),
                fromReport(invoked.getReport()),
                invoked.getAcknowledgeBy()));
      }
      case ExclusionAcknowledged noted -> {
        var head = noted.getHead();
        yield recorded(
            head,
            new ExclusionEvent.ExclusionAcknowledged(
                exclusion(head.getTenant(), noted.getExclusionId()),
                head.getAt(),
                fromProvenance(noted.getBy()),
                fromReason(noted.getReason())));
      }
      case AcknowledgementOverdue overdue -> {
        var head = overdue.getHead();
        yield recorded(
            head,
            new ExclusionEvent.AcknowledgementOverdue(
                exclusion(head.getTenant(), overdue.getExclusionId()), head.getAt()));
      }
      case BreakGlassLapsed lapsed -> {
        var head = lapsed.getHead();
        yield recorded(
            head,
            new ExclusionEvent.BreakGlassLapsed(
                exclusion(head.getTenant(), lapsed.getExclusionId()), head.getAt()));
      }
      default -> throw Unmapped.type(wire);
    };
  }

  static ExclusionId exclusion(String tenant, String id) {
    return new ExclusionId(new TenantId(tenant), id);
  }

  static dev.lockbox.wire.shared.ExclusionReport wireReport(ExclusionReport report) {
    return new dev.lockbox.wire.shared.ExclusionReport(
        dev.lockbox.wire.shared.ExclusionCategory.valueOf(report.category().name()),
        report.engineer().value(),
        report.incident().value(),
        report.resources().stream().map(ResourceName::value).toList(),
        dev.lockbox.wire.shared.DataExposure.valueOf(report.exposure().name()),
        wire(report.evidence()),
        wire(report.pseudonym()));
  }

  static ExclusionReport fromReport(dev.lockbox.wire.shared.ExclusionReport wire) {
    return new ExclusionReport(
        ExclusionCategory.valueOf(wire.getCategory().name()),
        new PersonId(wire.getEngineer()),
        new IncidentId(wire.getIncident()),
        wire.getResources().stream().map(ResourceName::new).toList(),
        DataExposure.valueOf(wire.getExposure().name()),
        fromPersonal(wire.getEvidence()),
        fromReason(wire.getPseudonym()));
  }

  static ExclusionState toWire(ExclusionSnapshot snapshot) {
    var state = snapshot.state();
    return new ExclusionState(
        snapshot.exclusion().tenant().value(),
        snapshot.exclusion().value(),
        state.trail().version(),
        ExclusionStage.valueOf(state.stage().name()),
        wireReport(state.report().orElseThrow()),
        state.proposedBy().map(PersonId::value).orElse(null),
        state.reportedBy().orElseThrow().value(),
        state.since().orElseThrow(),
        state.deadline().orElse(null),
        state.acknowledgedBy().map(PersonId::value).orElse(null),
        wire(state.trail()));
  }

  static ExclusionSnapshot toDomain(ExclusionState wire) {
    if (wire.getStage() == ExclusionStage.UNKNOWN) {
      throw new IllegalArgumentException("the stage is newer than this reader");
    }
    return new ExclusionSnapshot(
        exclusion(wire.getTenant(), wire.getExclusionId()),
        new Exclusion(
            Exclusion.Stage.valueOf(wire.getStage().name()),
            Optional.of(fromReport(wire.getReport())),
            Optional.ofNullable(wire.getProposedBy()).map(PersonId::new),
            Optional.of(new PersonId(wire.getReportedBy())),
            Optional.of(wire.getSince()),
            Optional.ofNullable(wire.getDeadline()),
            Optional.ofNullable(wire.getAcknowledgedBy()).map(PersonId::new),
            fromTrail(wire.getVersion(), wire.getAccepted())));
  }
}
