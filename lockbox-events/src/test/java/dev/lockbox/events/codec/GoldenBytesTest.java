package dev.lockbox.events.codec;

import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.events.topic.Topic;
import dev.lockbox.wire.state.DenialsState;
import dev.lockbox.wire.state.EngineerState;
import dev.lockbox.wire.state.ExclusionState;
import dev.lockbox.wire.state.FreezeState;
import dev.lockbox.wire.state.RequestState;
import dev.lockbox.wire.state.RoleState;
import dev.lockbox.wire.state.SeatsState;
import dev.lockbox.wire.state.SessionState;
import dev.lockbox.wire.state.TenantState;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was ever written can be read, and means what it meant. */
@TestInstance(Lifecycle.PER_CLASS) // registering every schema takes longer than most tests
class GoldenBytesTest {
  private static final String STORES = "stores";

  private final Wire wire = new Wire();
  private final Map<Topic, List<?>> all = Messages.all();

  /** Schemas before bytes, since bytes are kept under the version of their schema. */
  @BeforeAll
  void addWhatIsMissingWhenToldTo() {
    subjects().forEach(subject -> golden(subject).newestIs(subject.schema().rawSchema()));
    all.forEach((topic, messages) -> messages.forEach(message -> isGolden(topic, message)));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void todaysSchemaIsReleasedBesideTheOlderOnes(Subject subject) {
    assertThat(golden(subject).newestIs(subject.schema().rawSchema()))
        .as("%s changed: release it with -Dlockbox.golden=add. %s", subject, Golden.NEVER_EDITED)
        .isTrue();
  }

  /** FULL_TRANSITIVE, before the registry sees it. */
  @ParameterizedTest
  @MethodSource("subjects")
  void todaysSchemaReadsAndIsReadByEveryReleasedOne(Subject subject) {
    var today = subject.schema().rawSchema();
    assertThat(golden(subject).released())
        .isNotEmpty()
        .allSatisfy(
            released -> {
              compatible(today, released);
              compatible(released, today);
            });
  }

  private static void compatible(Schema reader, Schema writer) {
    var answer = checkReaderWriterCompatibility(reader, writer);
    assertThat(answer.getType()).as(answer.getDescription()).isEqualTo(COMPATIBLE);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void whatIsWrittenTodayIsWhatWasWrittenBefore(Topic topic, Object message) {
    assertThat(isGolden(topic, message))
        .as("no such golden bytes: add them with -Dlockbox.golden=add. " + Golden.NEVER_EDITED)
        .isTrue();
  }

  private boolean isGolden(Topic topic, Object message) {
    var subject = Subject.of(topic, Wire.wire(topic, message).getSchema());
    return golden(subject).holds(Wire.binary(wire.format(topic).value(message)));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void goldenBytesMeanWhatTheyMeant(Subject subject) {
    var topic = subject.topic();
    assertThat(golden(subject).bytes())
        .isNotEmpty()
        .allSatisfy(
            golden ->
                assertThat(all.get(topic).toArray())
                    .as(Golden.NEVER_EDITED)
                    .contains(read(topic, golden)));
  }

  private Object read(Topic topic, Golden.Bytes golden) throws Exception {
    return wire.meaning(topic, wire.framed(topic, golden.writer(), golden.content()));
  }

  @Test
  void aStoreReadsWhatItWasEverGiven() {
    stored(Stored.REQUEST, RequestState.getClassSchema(), Messages.snapshots());
    stored(Stored.TENANT, TenantState.getClassSchema(), Messages.tenants());
    stored(Stored.FREEZES, FreezeState.getClassSchema(), Messages.freezes());
    stored(Stored.ROLE, RoleState.getClassSchema(), Messages.roleSnapshots());
    stored(Stored.ENGINEER, EngineerState.getClassSchema(), Messages.engineers());
    stored(Stored.EXCLUSION, ExclusionState.getClassSchema(), Messages.exclusions());
    stored(Stored.SESSIONS, SessionState.getClassSchema(), Messages.sessions());
    stored(Stored.DENIALS, DenialsState.getClassSchema(), Messages.denials());
    stored(Stored.SEATS, SeatsState.getClassSchema(), Messages.seats());
  }

  private static <T> void stored(Stored<T> store, Schema schema, List<T> values) {
    var golden = new Golden(STORES, schema);
    assertThat(golden.newestIs(schema)).as(Golden.NEVER_EDITED).isTrue();
    for (var value : values) {
      assertThat(golden.holds(store.toBytes(value))).as(Golden.NEVER_EDITED).isTrue();
    }
    assertThat(golden.bytes())
        .allSatisfy(
            bytes ->
                assertThat(values)
                    .as(Golden.NEVER_EDITED)
                    .contains(store.fromBytes(bytes.content())));
  }

  private static Golden golden(Subject subject) {
    return new Golden(subject.topic().name(), subject.schema().rawSchema());
  }

  static Stream<Subject> subjects() {
    return Subject.all().stream();
  }

  static Stream<Arguments> messages() {
    return RoundTripTest.messages();
  }
}
