package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.events.message.QuarantineCause.EMPTY;
import static dev.lockbox.events.message.QuarantineCause.INVALID_VALUE;
import static dev.lockbox.events.message.QuarantineCause.UNDECODABLE;
import static dev.lockbox.events.message.QuarantineCause.UNKNOWN_SCHEMA;
import static dev.lockbox.events.message.QuarantineCause.UNKNOWN_TYPE;
import static dev.lockbox.events.message.QuarantineCause.WRONG_ADDRESS;
import static dev.lockbox.events.message.QuarantineCause.WRONG_MAGIC;
import static dev.lockbox.events.message.QuarantineCause.WRONG_PARTITION;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Bytes;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.Submission;
import dev.lockbox.events.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands on a topic: it is quarantined byte for byte, and the next record is answered. */
class GarbageTest {
  private static final byte[] KEY = "contoso".getBytes(UTF_8);

  private Rig rig;

  @BeforeEach
  void start(@TempDir Path directory) {
    rig = Rig.at(directory.resolve("stores"), NOON);
    rig.append(Say.register(CONTOSO, "anna"));
    rig.recorded();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  static Stream<Arguments> spoilt() {
    return Stream.of(
        spoilt("nothing", EMPTY, good -> null),
        spoilt("no bytes", WRONG_MAGIC, good -> new byte[0]),
        spoilt("another magic byte", WRONG_MAGIC, good -> with(good, 0, 1)),
        spoilt("an id the registry never gave", UNKNOWN_SCHEMA, good -> with(good, 1, 0x7f)),
        spoilt("half of it", UNDECODABLE, good -> Arrays.copyOf(good, good.length / 2)),
        spoilt("a byte too many", UNDECODABLE, good -> Arrays.copyOf(good, good.length + 1)),
        spoilt("an id with a space", INVALID_VALUE, good -> replaced(good, "r-one", "r one")),
        spoilt("another topic", WRONG_ADDRESS, good -> replaced(good, "lockbox.", "lacking.")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spoilt")
  void aSpoiltCommandIsQuarantined(
      String what, QuarantineCause cause, UnaryOperator<byte[]> spoil) {
    var spoilt = spoil.apply(goodCommand());
    rig.appendRaw(KEY, spoilt);
    thenQuarantined(Topics.COMMANDS.name(), cause, spoilt, Optional.of(CONTOSO));
    thenTheNextCommandIsAnswered();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spoilt")
  void aSpoiltPublicationIsQuarantined(
      String what, QuarantineCause cause, UnaryOperator<byte[]> spoil) {
    var spoilt = spoil.apply(goodPublication());
    rig.publishRaw("r-one".getBytes(UTF_8), spoilt);
    thenQuarantined(Topics.REQUESTS.name(), cause, spoilt, Optional.empty());
    thenTheNextPublicationIsAnswered();
  }

  @Test
  void aPublicationUnderAnotherRequestsKeyIsQuarantined() {
    rig.publishRaw("r-two".getBytes(UTF_8), goodPublication());
    thenQuarantined(Topics.REQUESTS.name(), WRONG_ADDRESS, goodPublication(), Optional.empty());
    thenTheNextPublicationIsAnswered();
  }

  @Test
  void aCommandUnderAnotherTenantsKeyIsQuarantined() {
    rig.appendRaw("fabrikam".getBytes(UTF_8), goodCommand());
    thenQuarantined(Topics.COMMANDS.name(), WRONG_ADDRESS, goodCommand(), Optional.of(FABRIKAM));
    thenTheNextCommandIsAnswered();
  }

  @Test
  void aRecordWithoutAKeyIsQuarantined() {
    rig.appendRaw(null, goodCommand());
    thenQuarantined(Topics.COMMANDS.name(), EMPTY, goodCommand(), Optional.empty());
    thenTheNextCommandIsAnswered();
  }

  @Test
  void aRecordUnderAKeyThatIsNoTenantIsQuarantined() {
    rig.appendRaw("Contoso!".getBytes(UTF_8), goodCommand());
    thenQuarantined(Topics.COMMANDS.name(), WRONG_ADDRESS, goodCommand(), Optional.empty());
    thenTheNextCommandIsAnswered();
  }

  @Test
  void aRecordOfAnotherTypeIsQuarantined() {
    var publication = goodPublication();
    rig.appendRaw(KEY, publication);
    thenQuarantined(Topics.COMMANDS.name(), UNKNOWN_TYPE, publication, Optional.of(CONTOSO));
    thenTheNextCommandIsAnswered();
  }

  @Test
  void aCommandOnAPartitionThatIsNotItsTenantsIsQuarantined(@TempDir Path directory) {
    var stranger = tenantsOnPartition(1);
    try (var one = Rig.amongSeveralPartitions(directory.resolve("another"), NOON)) {
      one.append(Say.register(stranger, "femi"));
      assertThat(one.quarantined())
          .as("it, and the freeze, which this driver cannot put on another partition")
          .hasSize(2)
          .first()
          .satisfies(
              found -> {
                assertThat(found.cause()).isEqualTo(WRONG_PARTITION);
                assertThat(found.tenant()).contains(stranger);
              });
      assertThat(one.counted("lockbox.quarantined", "cause", "WRONG_PARTITION")).isEqualTo(2);
    }
  }

  /** A producer gone wrong: each record has an entry, not each its bytes. */
  @Test
  void beyondTheAllowanceOnlyTheFactsOfAPublicationAreKept() {
    var most = Rig.QUARANTINES.fullPerMinute();
    for (var count = 0; count < most + 2; count++) {
      rig.publishRaw(KEY, new byte[] {(byte) count, 1});
    }
    var quarantined = rig.quarantined();
    assertThat(quarantined).hasSize(most + 2);
    assertThat(quarantined.subList(0, most)).allMatch(one -> one.value().isPresent());
    assertThat(quarantined.subList(most, most + 2))
        .allSatisfy(
            one -> {
              assertThat(one.key()).isEmpty();
              assertThat(one.value()).isEmpty();
              assertThat(one.valueBytes()).isEqualTo(2);
            });
    assertThat(quarantined.getLast().sha256())
        .isEqualTo(new Bytes(new byte[] {(byte) (most + 1), 1}).sha256());
    assertThat(rig.counted("lockbox.quarantined.left.out")).isEqualTo(2);
    rig.pass(Duration.ofMinutes(1));
    rig.publishRaw(KEY, new byte[] {1});
    assertThat(rig.quarantined()).singleElement().matches(one -> one.value().isPresent());
  }

  private void thenQuarantined(
      String topic, QuarantineCause cause, byte[] value, Optional<TenantId> tenant) {
    assertThat(rig.quarantined())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.topic()).isEqualTo(topic);
              assertThat(found.cause()).as(found.detail()).isEqualTo(cause);
              assertThat(found.value()).isEqualTo(Optional.ofNullable(value).map(Bytes::new));
              assertThat(found.tenant()).isEqualTo(tenant);
            });
    assertThat(rig.events()).as("it freezes at most").allMatch(GrantsFrozen.class::isInstance);
    assertThat(rig.counted("lockbox.quarantined", "topic", topic, "cause", cause.name()))
        .isEqualTo(1);
  }

  private void thenTheNextCommandIsAnswered() {
    rig.append(Say.open("next"));
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class);
  }

  private void thenTheNextPublicationIsAnswered() {
    rig.publish(Say.open("next"));
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class);
  }

  private byte[] goodCommand() {
    return rig.formats()
        .commands()
        .value(new LoggedCommand(new CommandId("c-0"), Say.open("r-one")));
  }

  private byte[] goodPublication() {
    return rig.formats().requests().value(new Submission(Say.open("r-one"), NOON));
  }

  private static TenantId tenantsOnPartition(int partition) {
    return Stream.iterate(0, n -> n + 1)
        .map(n -> new TenantId("tenant-" + n))
        .filter(tenant -> Topics.partitionOf(tenant, Topics.COMMANDS.partitions()) == partition)
        .findFirst()
        .orElseThrow();
  }

  private static Arguments spoilt(String what, QuarantineCause cause, UnaryOperator<byte[]> spoil) {
    return Arguments.of(what, cause, spoil);
  }

  private static byte[] with(byte[] good, int position, int value) {
    var spoilt = good.clone();
    spoilt[position] = (byte) value;
    return spoilt;
  }

  /** Texts of one length, so that the bytes still follow their schema. */
  private static byte[] replaced(byte[] good, String old, String by) {
    var text = new String(good, ISO_8859_1);
    assertThat(text).contains(old);
    return text.replace(old, by).getBytes(ISO_8859_1);
  }
}
