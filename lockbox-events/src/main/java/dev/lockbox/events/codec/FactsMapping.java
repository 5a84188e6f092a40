package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.DetailsMapping.distinct;
import static dev.lockbox.events.codec.DetailsMapping.said;
import static dev.lockbox.events.codec.DetailsMapping.sorted;
import static dev.lockbox.events.codec.DetailsMapping.text;

import dev.lockbox.domain.evaluation.Before;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.HeldRole;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.wire.shared.InternalApprover;
import dev.lockbox.wire.shared.InternalApprovers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What intake knew of an engineer, to the wire and back. */
final class FactsMapping {
  private FactsMapping() {}

  static dev.lockbox.wire.shared.Facts wireFacts(Facts facts) {
    return new dev.lockbox.wire.shared.Facts(
        text(facts.source()),
        facts.roles().stream().map(FactsMapping::wireRole).toList(),
        facts.eligibleUntil().orElse(null),
        sorted(facts.workScopes()),
        text(facts.manager()),
        facts.internalApprovers().entrySet().stream()
            .map(kind -> new InternalApprovers(kind.getKey().value(), wirePeople(kind.getValue())))
            .toList(),
        facts.previous().map(FactsMapping::wireBefore).orElse(null));
  }

  static Facts fromFacts(dev.lockbox.wire.shared.Facts wire) {
    return new Facts(
        said(wire.getSource(), Code::new),
        wire.getRoles().stream().map(FactsMapping::fromRole).toList(),
        Optional.ofNullable(wire.getEligibleUntil()),
        distinct(wire.getWorkScopes(), ResourceName::new),
        said(wire.getManager(), PersonId::new),
        fromInternal(wire.getInternalApprovers()),
        said(wire.getPrevious(), FactsMapping::fromBefore));
  }

  private static dev.lockbox.wire.shared.Before wireBefore(Before before) {
    return new dev.lockbox.wire.shared.Before(
        before.engineer().value(),
        before.wasGranted(),
        sorted(before.actions()),
        sorted(before.resources()));
  }

  private static Before fromBefore(dev.lockbox.wire.shared.Before wire) {
    return new Before(
        new PersonId(wire.getEngineer()),
        wire.getWasGranted(),
        distinct(wire.getActions(), ActionName::new),
        distinct(wire.getResources(), ResourceName::new));
  }

  private static dev.lockbox.wire.shared.HeldRole wireRole(HeldRole held) {
    return new dev.lockbox.wire.shared.HeldRole(
        held.role().value(),
        sorted(held.actions()),
        sorted(held.scopes()),
        dev.lockbox.wire.shared.PermissionLevel.valueOf(held.level().name()),
        held.accessFor().toMillis(),
        held.until(),
        sorted(held.prerequisites()));
  }

  private static HeldRole fromRole(dev.lockbox.wire.shared.HeldRole wire) {
    return new HeldRole(
        new RoleId(wire.getRole()),
        distinct(wire.getActions(), ActionName::new),
        distinct(wire.getScopes(), ResourceName::new),
        PermissionLevel.valueOf(wire.getLevel().name()),
        Duration.ofMillis(wire.getAccessForMillis()),
        wire.getUntil(),
        distinct(wire.getPrerequisites(), RoleId::new));
  }

  private static List<InternalApprover> wirePeople(Map<PersonId, Instant> people) {
    return people.entrySet().stream()
        .map(one -> new InternalApprover(one.getKey().value(), one.getValue()))
        .toList();
  }

  private static Map<PersonId, Instant> fromPeople(List<InternalApprover> wire) {
    var people = new TreeMap<PersonId, Instant>();
    for (var one : wire) {
      if (people.put(new PersonId(one.getPerson()), one.getUntil()) != null) {
        throw new IllegalArgumentException(
            "each internal approver was expected once, %s was there again"
                .formatted(one.getPerson()));
      }
    }
    return people;
  }

  private static Map<GroupId, Map<PersonId, Instant>> fromInternal(List<InternalApprovers> wire) {
    var byKind = new TreeMap<GroupId, Map<PersonId, Instant>>();
    for (var kind : wire) {
      if (byKind.put(new GroupId(kind.getKind()), fromPeople(kind.getPeople())) != null) {
        throw new IllegalArgumentException(
            "each kind of internal approvers was expected once, %s was there again"
                .formatted(kind.getKind()));
      }
    }
    return byKind;
  }
}
