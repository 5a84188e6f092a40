package dev.lockbox.events.codec;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.identity.Ticket;
import dev.lockbox.events.topic.Topic;
import dev.lockbox.wire.shared.Acceptance;
import dev.lockbox.wire.shared.Addressed;
import dev.lockbox.wire.shared.Personal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts that several record types share, to the wire ({@code wire}) and back ({@code from…}).
 */
final class SharedMapping {
  private SharedMapping() {}

  static Addressed address(Topic topic, TenantId tenant) {
    return new Addressed(topic.name(), tenant.value());
  }

  static RequestId request(Addressed address, String id) {
    return new RequestId(new TenantId(address.getTenant()), id);
  }

  static Personal wire(PersonalText text) {
    return new Personal(text.subject().value(), null, StandardCharsets.UTF_8.encode(text.text()));
  }

  static @Nullable Personal wire(Optional<PersonalText> text) {
    return text.map(SharedMapping::wire).orElse(null);
  }

  static PersonalText fromPersonal(Personal wire) {
    if (wire.getKeyId() != null) {
      throw new IllegalArgumentException(
          "text of %s is encrypted, and no key is at hand".formatted(wire.getSubject()));
    }
    return new PersonalText(new PersonId(wire.getSubject()), utf8(wire.getValue()));
  }

  static Optional<PersonalText> fromReason(@Nullable Personal wire) {
    return Optional.ofNullable(wire).map(SharedMapping::fromPersonal);
  }

  private static String utf8(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
    } catch (CharacterCodingException garbled) {
      throw new IllegalArgumentException("a personal text is not UTF-8", garbled);
    }
  }

  static dev.lockbox.wire.shared.Attempt wire(Attempt attempt) {
    return new dev.lockbox.wire.shared.Attempt(attempt.actor().value(), attempt.id().value());
  }

  static Attempt fromAttempt(dev.lockbox.wire.shared.Attempt wire) {
    return new Attempt(new PersonId(wire.getActor()), new DecisionId(wire.getDecisionId()));
  }

  static dev.lockbox.wire.shared.Provenance wire(Provenance by) {
    return new dev.lockbox.wire.shared.Provenance(wire(by.attempt()), by.content().hex());
  }

  static Provenance fromProvenance(dev.lockbox.wire.shared.Provenance wire) {
    return new Provenance(fromAttempt(wire.getAttempt()), new Fingerprint(wire.getSha256()));
  }

  static dev.lockbox.wire.shared.Asked wire(Asked asked) {
    return new dev.lockbox.wire.shared.Asked(
        asked.engineer().value(),
        wire(asked.justification()),
        asked.ticket().map(SharedMapping::wireTicket).orElse(null),
        asked.actions().stream().map(ActionName::value).toList(),
        asked.resources().stream().map(ResourceName::value).toList(),
        asked.accessFor().map(Duration::toMillis).orElse(null));
  }

  static Asked fromAsked(dev.lockbox.wire.shared.Asked wire) {
    return new Asked(
        new PersonId(wire.getEngineer()),
        fromPersonal(wire.getJustification()),
        Optional.ofNullable(wire.getTicket()).map(SharedMapping::fromTicket),
        wire.getActions().stream().map(ActionName::new).toList(),
        wire.getResources().stream().map(ResourceName::new).toList(),
        Optional.ofNullable(wire.getAccessForMillis()).map(Duration::ofMillis));
  }

  private static dev.lockbox.wire.shared.Ticket wireTicket(Ticket ticket) {
    return new dev.lockbox.wire.shared.Ticket(
        ticket.system(), ticket.id(), ticket.url().orElse(null));
  }

  private static Ticket fromTicket(dev.lockbox.wire.shared.Ticket wire) {
    return new Ticket(wire.getSystem(), wire.getId(), Optional.ofNullable(wire.getUrl()));
  }

  /** Sorted, so that equal sets have equal bytes. */
  static List<String> wireIds(Set<PersonId> people) {
    return people.stream().map(PersonId::value).sorted().toList();
  }

  static Set<PersonId> fromIds(List<String> wire) {
    return distinct(wire.stream().map(PersonId::new).toList());
  }

  /** Sorted, so that equal sets have equal bytes. */
  static List<dev.lockbox.wire.shared.Member> wireMembers(Set<Member> members) {
    return members.stream()
        .sorted((one, other) -> one.person().compareTo(other.person()))
        .map(SharedMapping::wireMember)
        .toList();
  }

  static dev.lockbox.wire.shared.Member wireMember(Member member) {
    return new dev.lockbox.wire.shared.Member(member.person().value(), wire(member.mail()));
  }

  static Set<Member> fromMembers(List<dev.lockbox.wire.shared.Member> wire) {
    return distinct(wire.stream().map(SharedMapping::fromMember).toList());
  }

  static Member fromMember(dev.lockbox.wire.shared.Member wire) {
    return new Member(new PersonId(wire.getPerson()), fromPersonal(wire.getMail()));
  }

  static Membership membership(
      String plan,
      List<dev.lockbox.wire.shared.Member> approvers,
      List<dev.lockbox.wire.shared.Member> admins,
      List<dev.lockbox.wire.shared.Member> auditors) {
    return new Membership(plan, fromMembers(approvers), fromMembers(admins), fromMembers(auditors));
  }

  static List<String> wireIssuers(Set<Issuer> issuers) {
    return issuers.stream().map(Issuer::url).sorted().toList();
  }

  static Set<Issuer> fromIssuers(List<String> wire) {
    return distinct(wire.stream().map(Issuer::new).toList());
  }

  static List<Acceptance> wire(Trail trail) {
    return trail.accepted().entrySet().stream()
        .map(
            one ->
                new Acceptance(
                    wire(one.getKey()), one.getValue().content().hex(), one.getValue().version()))
        .toList();
  }

  static Trail fromTrail(long version, List<Acceptance> accepted) {
    var remembered = new LinkedHashMap<Attempt, Trail.Acceptance>();
    for (var one : accepted) {
      remembered.put(
          fromAttempt(one.getAttempt()),
          new Trail.Acceptance(new Fingerprint(one.getSha256()), one.getVersion()));
    }
    return new Trail(version, remembered);
  }

  static <T> Set<T> distinct(Collection<T> given) {
    var set = new HashSet<>(given);
    if (set.size() != given.size()) {
      throw new IllegalArgumentException(
          "each of %s was expected once, %s differ".formatted(given.size(), set.size()));
    }
    return set;
  }
}
