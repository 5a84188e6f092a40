package dev.lockbox.events.codec;

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
    checkTopic(found, wire);
    var message = meaningOf(wire);
    checkKey(found.key(), message);
    checkPartition(found, message);
    return message;
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
    return ENVELOPES.stream()
        .map(wire.getSchema()::getField)
        .filter(Objects::nonNull)
        .map(field -> (SpecificRecord) wire.get(field.pos()))
        .map(envelope -> envelope.get(envelope.getSchema().getField("topic").pos()).toString())
        .findFirst();
  }

  private void checkKey(byte[] key, T message) throws Unreadable {
    if (!Arrays.equals(key, key(message))) {
      var said = Texts.shown(new String(key, StandardCharsets.UTF_8));
      throw new Unreadable(
          QuarantineCause.WRONG_ADDRESS,
          "key %s was expected, was %s".formatted(Texts.shown(mapping.key(message)), said));
    }
  }

  private void checkPartition(Found found, T message) throws Unreadable {
    var expected = mapping.partitionedBy(message).map(this::partitionOf).orElse(found.partition());
    if (expected != found.partition()) {
      throw new Unreadable(
          QuarantineCause.WRONG_PARTITION,
          "key %s belongs on partition %s, was on %s"
              .formatted(Texts.shown(mapping.key(message)), expected, found.partition()));
    }
  }

  private int partitionOf(TenantId tenant) {
    return Topics.partitionOf(tenant, partitions);
  }
}
