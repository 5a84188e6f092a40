package dev.lockbox.local.roles;

import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.RolesSamples.DESCRIPTION;
import static dev.lockbox.domain.RolesSamples.LEADS;
import static dev.lockbox.domain.RolesSamples.READERS;
import static dev.lockbox.domain.RolesSamples.ROLE;
import static dev.lockbox.domain.RolesSamples.SPARSE_DESCRIPTION;
import static dev.lockbox.domain.RolesSamples.SPARSE_ROLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.roles.Engineer;
import dev.lockbox.domain.roles.RoleState;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.codec.Subject;
import dev.lockbox.events.message.EngineerSnapshot;
import dev.lockbox.events.message.RoleSnapshot;
import dev.lockbox.events.message.RolesSnapshot;
import dev.lockbox.events.topic.Topics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the records of the topic say together. */
class StaffTest {
  private static final TenantId PROVIDER = new TenantId("provider");

  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
  private Format<RolesSnapshot> format;

  @BeforeEach
  void aRegistry() throws Exception {
    var registry = new MockSchemaRegistryClient();
    for (var subject : Subject.all()) {
      registry.register(subject.name(), subject.schema());
    }
    format = new Formats(registry).roles();
  }

  @Test
  void whatWasSaidLastHolds() {
    say(role(READERS, SPARSE_ROLE));
    say(role(LEADS, SPARSE_ROLE));
    say(engineer(EVA, SPARSE_DESCRIPTION));
    say(role(LEADS, ROLE));
    say(engineer(EVA, DESCRIPTION));
    var staff = staff();
    assertThat(staff.roles()).containsExactly(role(READERS, SPARSE_ROLE), role(LEADS, ROLE));
    assertThat(staff.engineers()).containsExactly(engineer(EVA, DESCRIPTION));
  }

  @Test
  void whatWasTakenBackIsNotThere() {
    say(role(LEADS, ROLE));
    say(engineer(EVA, DESCRIPTION));
    append(RoleSnapshot.key(LEADS), null);
    append(EngineerSnapshot.key(EVA), null);
    assertThat(staff()).isEqualTo(new Staff(List.of(), List.of()));
  }

  @Test
  void whatCannotBeReadIsNamedUnlessItWasReplaced() {
    append(RoleSnapshot.key(LEADS), "nothing of ours".getBytes(UTF_8));
    assertThatThrownBy(this::staff)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lockbox.roles/0@0");
    say(role(LEADS, ROLE));
    assertThat(staff().roles()).containsExactly(role(LEADS, ROLE));
  }

  @Test
  void whatIsThereAlreadyNeedsNotBeSaidAgain() {
    say(role(LEADS, ROLE));
    say(engineer(EVA, DESCRIPTION));
    var staff = staff();
    assertThat(staff.says(LEADS, ROLE)).isTrue();
    assertThat(staff.says(LEADS, SPARSE_ROLE)).isFalse();
    assertThat(staff.says(READERS, ROLE)).isFalse();
    assertThat(staff.says(EVA, DESCRIPTION)).isTrue();
    assertThat(staff.says(EVA, SPARSE_DESCRIPTION)).isFalse();
    assertThat(staff.says(Cast.ANNA, DESCRIPTION)).isFalse();
  }

  @Test
  void aRoleThatWasWithdrawnIsNothingAnyMore() {
    say(new RoleSnapshot(PROVIDER, LEADS, new RoleState.Withdrawn(Trail.EMPTY)));
    assertThat(staff().says(LEADS, ROLE)).isFalse();
  }

  private Staff staff() {
    return Staff.of(format, records);
  }

  private void say(RolesSnapshot snapshot) {
    append(snapshot.key(), format.value(snapshot));
  }

  private void append(String key, byte @Nullable [] value) {
    records.add(
        new ConsumerRecord<>(Topics.ROLES.name(), 0, records.size(), key.getBytes(UTF_8), value));
  }

  private static RoleSnapshot role(RoleId role, Role definition) {
    return new RoleSnapshot(PROVIDER, role, new RoleState.Defined(definition, Trail.EMPTY));
  }

  private static EngineerSnapshot engineer(PersonId engineer, Description description) {
    return new EngineerSnapshot(
        PROVIDER, engineer, new Engineer(Optional.of(description), new TreeMap<>(), Trail.EMPTY));
  }
}
