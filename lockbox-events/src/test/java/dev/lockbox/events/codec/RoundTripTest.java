package dev.lockbox.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.DataExposure;
import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.Outcome;
import dev.lockbox.domain.RevocationCause;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.DataAccess;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.evaluation.Identity;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.evaluation.Previous;
import dev.lockbox.domain.evaluation.Purpose;
import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.events.message.Notice;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.topic.Topic;
import dev.lockbox.wire.notice.NoticeStatus;
import dev.lockbox.wire.shared.CheckOutcome;
import dev.lockbox.wire.shared.EvaluationOutcome;
import dev.lockbox.wire.shared.IdentityKind;
import dev.lockbox.wire.shared.PreviousKind;
import dev.lockbox.wire.state.State;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(Lifecycle.PER_CLASS) // registering every schema takes longer than most tests
class RoundTripTest {
  private final Wire wire = new Wire();

  @ParameterizedTest
  @MethodSource("messages")
  void whatIsWrittenIsReadAgain(Topic topic, Object message) throws Exception {
    assertThat(wire.format(topic).read(wire.found(topic, message))).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aReaderThatKnowsOnlyTheRegistryReadsIt(Topic topic, Object message) throws IOException {
    try (var stranger = new KafkaAvroDeserializer(wire.registry)) {
      stranger.configure(Map.of("schema.registry.url", "mock://not-used"), false);
      var value = wire.format(topic).value(message);
      var read = (GenericRecord) stranger.deserialize(topic.name(), value);
      assertThat(read.getSchema().getFullName())
          .isEqualTo(Wire.wire(topic, message).getSchema().getFullName());
      assertThat(Wire.binary(read)).isEqualTo(Wire.binary(value));
    }
  }

  static Stream<Arguments> messages() {
    return Messages.all().entrySet().stream()
        .flatMap(
            topic ->
                topic.getValue().stream().map(message -> Arguments.of(topic.getKey(), message)));
  }

  @Test
  void everyRecordTypeHasAMessageHere() {
    var written =
        messages()
            .map(one -> Wire.wire((Topic) one.get()[0], one.get()[1]).getSchema().getFullName());
    assertThat(Subject.all().stream().map(subject -> subject.schema().name()))
        .containsExactlyInAnyOrderElementsOf(written.distinct().toList());
  }

  @Test
  void everyWordOfTheDomainHasAWordOnTheWire() {
    everyWord(Refusal.values(), dev.lockbox.wire.shared.Refusal.values());
    everyWord(ExclusionCategory.values(), dev.lockbox.wire.shared.ExclusionCategory.values());
    everyWord(DataExposure.values(), dev.lockbox.wire.shared.DataExposure.values());
    everyWord(Obligation.values(), dev.lockbox.wire.shared.Obligation.values());
    everyWord(RevocationCause.values(), dev.lockbox.wire.shared.RevocationCause.values());
    everyWord(Purpose.values(), dev.lockbox.wire.shared.Purpose.values());
    everyWord(DataAccess.values(), dev.lockbox.wire.shared.DataAccess.values());
    everyWord(PermissionLevel.values(), dev.lockbox.wire.shared.PermissionLevel.values());
    everyWord(Identity.Kind.values(), IdentityKind.values());
    everyWord(Previous.Kind.values(), PreviousKind.values());
    everyWord(CheckName.values(), dev.lockbox.wire.shared.CheckName.values());
    everyWord(Check.Outcome.values(), CheckOutcome.values());
    everyWord(Evaluation.Outcome.values(), EvaluationOutcome.values());
    everyWord(QuarantineCause.values(), dev.lockbox.wire.quarantine.QuarantineCause.values());
    everyWord(Notice.Status.values(), NoticeStatus.values());
    everyWord(PermissionLevel.values(), dev.lockbox.wire.shared.PermissionLevel.values());
    everyWord(Channel.values(), dev.lockbox.wire.shared.Channel.values());
    everyWord(Witness.values(), dev.lockbox.wire.shared.Witness.values());
    everyWord(Finding.values(), dev.lockbox.wire.shared.Finding.values());
    everyWord(SessionEnd.values(), dev.lockbox.wire.shared.SessionEnd.values());
    assertThat(names(State.values())).containsAll(names(Outcome.values()));
  }

  /** And the wire no other word, but for the one that stands for all that is newer. */
  private static void everyWord(Enum<?>[] domain, Enum<?>[] onTheWire) {
    assertThat(names(onTheWire).stream().filter(name -> !name.equals("UNKNOWN")))
        .containsExactlyInAnyOrderElementsOf(names(domain));
  }

  private static List<String> names(Enum<?>[] words) {
    return Arrays.stream(words).map(Enum::name).toList();
  }

  @Test
  void aStoreGivesBackWhatItWasGiven() {
    for (var snapshot : Messages.snapshots()) {
      assertThat(Stored.REQUEST.fromBytes(Stored.REQUEST.toBytes(snapshot))).isEqualTo(snapshot);
    }
    for (var tenant : Messages.tenants()) {
      assertThat(Stored.TENANT.fromBytes(Stored.TENANT.toBytes(tenant))).isEqualTo(tenant);
    }
    for (var exclusion : Messages.exclusions()) {
      assertThat(Stored.EXCLUSION.fromBytes(Stored.EXCLUSION.toBytes(exclusion)))
          .isEqualTo(exclusion);
    }
    for (var frozen : Messages.freezes()) {
      assertThat(Stored.FREEZES.fromBytes(Stored.FREEZES.toBytes(frozen))).isEqualTo(frozen);
    }
    for (var role : Messages.roleSnapshots()) {
      assertThat(Stored.ROLE.fromBytes(Stored.ROLE.toBytes(role))).isEqualTo(role);
    }
    for (var engineer : Messages.engineers()) {
      assertThat(Stored.ENGINEER.fromBytes(Stored.ENGINEER.toBytes(engineer))).isEqualTo(engineer);
    }
    for (var seats : Messages.seats()) {
      assertThat(Stored.SEATS.fromBytes(Stored.SEATS.toBytes(seats))).isEqualTo(seats);
    }
    for (var sessions : Messages.sessions()) {
      assertThat(Stored.SESSIONS.fromBytes(Stored.SESSIONS.toBytes(sessions))).isEqualTo(sessions);
    }
  }

  @Test
  void equalStatesHaveEqualBytes() {
    for (RequestSnapshot snapshot : Messages.snapshots()) {
      var again = Stored.REQUEST.fromBytes(Stored.REQUEST.toBytes(snapshot));
      assertThat(Stored.REQUEST.toBytes(again)).isEqualTo(Stored.REQUEST.toBytes(snapshot));
    }
  }
}
