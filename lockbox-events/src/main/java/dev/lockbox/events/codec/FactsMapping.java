package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.DetailsMapping.distinct;
import static dev.lockbox.events.codec.DetailsMapping.said;
import static dev.lockbox.events.codec.DetailsMapping.sorted;
import static dev.lockbox.events.codec.DetailsMapping.text;
import static dev.lockbox.events.codec.SharedMapping.fromIds;
import static dev.lockbox.events.codec.SharedMapping.wireIds;

import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.HeldRole;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.wire.shared.InternalApprovers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            .map(kind -> new InternalApprovers(kind.getKey().value(), wireIds(kind.getValue())))
            .toList());
  }

  static Facts fromFacts(dev.lockbox.wire.shared.Facts wire) {
    return new Facts(
        said(wire.getSource(), Code::new),
        wire.getRoles().stream().map(FactsMapping::fromRole).toList(),
        Optional.ofNullable(wire.getEligibleUntil()),
        distinct(wire.getWorkScopes(), ResourceName::new),
        said(wire.getManager(), PersonId::new),
        fromInternal(wire.getInternalApprovers()));
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

  private static Map<GroupId, Set<PersonId>> fromInternal(List<InternalApprovers> wire) {
    var byKind = new TreeMap<GroupId, Set<PersonId>>();
    for (var kind : wire) {
      if (byKind.put(new GroupId(kind.getKind()), fromIds(kind.getPeople())) != null) {
        throw new IllegalArgumentException(
            "each kind of internal approvers was expected once, %s was there again"
                .formatted(kind.getKind()));
      }
    }
    return byKind;
  }
}
