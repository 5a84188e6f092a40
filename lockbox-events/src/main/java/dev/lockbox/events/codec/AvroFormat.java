package dev.lockbox.events.codec;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.topic.Topic;
import dev.lockbox.events.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** A topic of Avro records, framed with the ids of their schemas. */
final class AvroFormat<T> implements Format<T> {
  private static final List<String> ENVELOPES = List.of("address", "head");

  private final Topic topic;
  private final int partitions;
  private final Mapping<T> mapping;
  private final Framing framing;

  AvroFormat(Topic topic, int partitions, Mapping<T> mapping, Framing framing) {
    this.topic = topic;
    this.partitions = partitions;
    this.mapping = mapping;
    this.framing = framing;
  }

  @Override
  public Topic topic() {
    return topic;
  }

  @Override
  public byte[] key(T message) {
    return mapping.key(message).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] value(T message) {
    return framing.frame(topic, mapping.toWire(message));
  }

  @Override
  public T read(Found found) throws Unreadable {
    if (found.key() == null || found.value() == null) {
      throw new Unreadable(
          QuarantineCause.EMPTY, "a key and a value were expected, one of them was missing");
    }
    var wire = framing.unframe(found.value(), mapping.types());
    try {
      checkTopic(found, wire);
      return placed(found, meaningOf(wire));
    } catch (Unreadable stray) {
      throw tenantsIn(wire).map(stray::naming).orElse(stray);
    }
  }

  private T placed(Found found, T message) throws Unreadable {
    try {
      checkKey(found, message);
      checkPartition(found, message);
      return message;
    } catch (Unreadable misplaced) {
      throw misplaced.meaning(message);
    }
  }

  @Override
  public int partitionOf(TenantId tenant) {
    return Topics.partitionOf(tenant, partitions);
  }

  @Override
  public int partitionOf(PersonId engineer) {
    return Topics.partitionOf(engineer, partitions);
  }

  private T meaningOf(SpecificRecord wire) throws Unreadable {
    try {
      return mapping.toDomain(wire);
    } catch (IllegalArgumentException outOfBounds) {
      throw new Unreadable(
          QuarantineCause.INVALID_VALUE, String.valueOf(outOfBounds.getMessage()), outOfBounds);
    }
  }

  private void checkTopic(Found found, SpecificRecord wire) throws Unreadable {
    var said = topicIn(wire).orElse(found.topic());
    if (!said.equals(found.topic()) || !found.topic().equals(topic.name())) {
      throw new Unreadable(
          QuarantineCause.WRONG_ADDRESS,
          "%s was expected to be written to %s, says %s"
              .formatted(found.topic(), topic, Texts.shown(said)));
    }
  }

  /** The topic that the record says it was written to; empty for types that do not say. */
  private static Optional<String> topicIn(SpecificRecord wire) {
    return envelopeOf(wire).flatMap(envelope -> textIn(envelope, "topic"));
  }

  /**
   * Whom the record says it belongs to: one tenant, or nobody where its type is nobody's; empty
   * where it does not say, or says what is no tenant.
   */
  private static Optional<Set<TenantId>> tenantsIn(SpecificRecord wire) {
    var envelope = envelopeOf(wire);
    if (envelope.isEmpty()) {
      return Optional.empty();
    }
    var said = textIn(envelope.get(), "tenant");
    try {
      return Optional.of(said.map(TenantId::new).map(Set::of).orElse(Set.of()));
    } catch (IllegalArgumentException notATenant) {
      return Optional.empty();
    }
  }

  private static Optional<SpecificRecord> envelopeOf(SpecificRecord wire) {
    return ENVELOPES.stream()
        .map(wire.getSchema()::getField)
        .filter(Objects::nonNull)
        .map(field -> (SpecificRecord) wire.get(field.pos()))
        .findFirst();
  }

  private static Optional<String> textIn(SpecificRecord envelope, String name) {
    return Optional.ofNullable(envelope.getSchema().getField(name))
        .map(field -> envelope.get(field.pos()).toString());
  }

  private void checkKey(Found found, T message) throws Unreadable {
    var key = Objects.requireNonNull(found.key());
    if (!Arrays.equals(key, key(message))) {
      var said = Texts.shown(new String(key, StandardCharsets.UTF_8));
      throw new Unreadable(
          QuarantineCause.WRONG_ADDRESS,
          "key %s was expected, was %s".formatted(Texts.shown(mapping.key(message)), said));
    }
  }

  private void checkPartition(Found found, T message) throws Unreadable {
    var tenants = mapping.partitionedBy(message).map(this::partitionOf).orElse(found.partition());
    var expected = mapping.partitionNamed(message).orElse(tenants);
    if (expected != found.partition()) {
      throw new Unreadable(
          QuarantineCause.WRONG_PARTITION,
          "key %s belongs on partition %s, was on %s"
              .formatted(Texts.shown(mapping.key(message)), expected, found.partition()));
    }
  }
}
