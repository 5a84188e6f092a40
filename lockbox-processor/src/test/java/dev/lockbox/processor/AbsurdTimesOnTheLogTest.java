package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.JIT;
import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.Posture;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.Submitted;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionCommand.Told;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.rules.AccessCap;
import dev.lockbox.events.codec.AbsurdTimes;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.message.Activity;
import dev.lockbox.events.message.HeedPosture;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.PostureFound;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.Submission;
import dev.lockbox.events.message.Tick;
import dev.lockbox.events.topic.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T9: whatever instant or duration a record holds, it is quarantined, refused, or harmless. */
class AbsurdTimesOnTheLogTest {
  /** No access is granted for later than this, whoever asks for what. */
  private static final Instant LATEST = NOON.plus(Duration.ofDays(90 + 30 + 1));

  /** What no sample says: a cap, by who read the version that stands. */
  private static final ChangeSettings CAPPED =
      new ChangeSettings(
          CONTOSO,
          new Attempt(ANNA, new DecisionId("cap")),
          Samples.SETTINGS.with(Policies.having(AccessCap.of(Duration.ofHours(12)))),
          Optional.of(1L));

  private static final List<String> NOBODYS =
      List.of("Tick.", "DevicePostureFound.", "HeedPosture.");

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

  @Test
  void everyTimeOfACommandIsQuarantinedRefusedOrHarmless() throws IOException {
    var commands = Stream.concat(Samples.commands().stream(), Samples.sparseCommands().stream());
    met(
        rig.formats().commands(),
        Stream.concat(commands, Stream.of(CAPPED))
            .map(command -> new LoggedCommand(new CommandId("c"), command))
            .toList(),
        rig::appendRaw);
  }

  @Test
  void everyTimeOfARequestIsQuarantinedRefusedOrHarmless() throws IOException {
    met(
        rig.formats().requests(),
        all(Submitted.class).map(command -> new Submission(command, NOON)).toList(),
        rig::publishRaw);
  }

  @Test
  void everyTimeOfAGatewayIsQuarantinedRefusedOrHarmless() throws IOException {
    met(
        rig.formats().activity(),
        all(Told.class)
            .filter(told -> !(told instanceof StartSession start && start.seatTaken()))
            .map(told -> new Activity(told, NOON))
            .toList(),
        rig::tellRaw);
  }

  @Test
  void aTickOfAnyTimeMakesTheClockSuspectAtMost() throws IOException {
    var log = rig.formats().commandLog();
    for (var absurd : AbsurdTimes.of(log, new Tick(0, new HostId("host-1"), NOON))) {
      rig.appendRaw(absurd.key(), absurd.value());
      rig.append(Say.open("r" + absurd.told()));
      rig.append(Say.approve("r" + absurd.told(), ANNA, "yes", 1));
      assertThat(rig.events())
          .last()
          .isInstanceOfSatisfying(
              CommandRefused.class,
              no -> assertThat(no.refusal()).isEqualTo(Refusal.CLOCK_SUSPECT));
    }
    rig.tick("host-1", NOON);
    rig.append(Say.approve("r0", ANNA, "yes", 1));
    thenNothingAbsurdIsInForce("a tick");
  }

  /** Whatever it says, it keeps nobody from anything but that device. */
  @Test
  void aPostureOfAnyTimeIsQuarantinedOrHarmless() throws IOException {
    var by = new Attempt(ANNA, new DecisionId("p"));
    var posture = new Posture(new DeviceId("laptop-7"), by, false, NOON);
    metOf(rig.formats().activityLog(), new PostureFound(posture, NOON), rig::tellRaw);
    metOf(rig.formats().commandLog(), new HeedPosture(new CommandId("h"), posture), rig::appendRaw);
    rig.append(Say.open("still-there"));
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class);
  }

  private <T> void metOf(Format<T> format, T good, BiConsumer<byte[], byte[]> append)
      throws IOException {
    var places = new TreeSet<String>();
    for (var absurd : AbsurdTimes.of(format, good)) {
      append.accept(absurd.key(), absurd.value());
      places.add(absurd.place());
      thenNothingAbsurdIsInForce(absurd.toString());
    }
    var record = good.getClass().getSimpleName();
    assertThat(places).as(record).anyMatch(place -> place.endsWith(".examinedAt"));
  }

  private static <T> Stream<T> all(Class<T> kind) {
    return Stream.concat(Samples.commands().stream(), Samples.sparseCommands().stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  /** As it goes through, all of it: the driver fails where a thread would stop. */
  private <T> void met(Format<T> format, List<T> good, BiConsumer<byte[], byte[]> append)
      throws IOException {
    var places = new TreeSet<String>();
    for (var message : good) {
      var known = Set.copyOf(places);
      for (var absurd : AbsurdTimes.of(format, message)) {
        if (!known.contains(absurd.place())) {
          append.accept(absurd.key(), absurd.value());
          places.add(absurd.place());
          thenNothingAbsurdIsInForce(absurd.toString());
        }
      }
    }
    assertThat(places).containsAll(placesOf(format.topic()));
    rig.append(Say.open("still-there"));
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class);
  }

  /** But for ticks and postures, which stand on the same topics and are no customer's. */
  private static Set<String> placesOf(Topic topic) {
    return AbsurdTimes.placesOf(topic).stream()
        .filter(place -> NOBODYS.stream().noneMatch(place::startsWith))
        .collect(Collectors.toSet());
  }

  private void thenNothingAbsurdIsInForce(String what) {
    assertThat(rig.quarantined())
        .as(what)
        .allSatisfy(one -> assertThat(one.cause()).isEqualTo(QuarantineCause.INVALID_VALUE));
    assertThat(rig.states())
        .as(what)
        .allSatisfy(one -> assertThat(one.state().deadline().orElse(NOON)).isBetween(NOON, LATEST));
    rig.events();
  }

  /** By name, where it is decided, through whatever door it came there. */
  @Test
  void accessForNoTimeOrTooLongIsRefused() {
    for (var millis : new long[] {0, -1, Long.MIN_VALUE}) {
      thenRefused(asking(Duration.ofMillis(millis)), Refusal.ACCESS_NOT_POSITIVE);
    }
    for (var millis : new long[] {8 * 3_600_000 + 1, Long.MAX_VALUE}) {
      thenRefused(asking(Duration.ofMillis(millis)), Refusal.ACCESS_TOO_LONG);
    }
  }

  @Test
  void aStartThatNobodyLivesToSeeIsRefused() {
    for (var start : List.of("+292277026-01-01T00:00:00Z", "+292278994-08-17T07:12:55.807Z")) {
      thenRefused(Say.openForLater("r1", Instant.parse(start)), Refusal.STARTS_TOO_LATE);
    }
  }

  @Test
  void aStartThatIsPastIsNow() {
    for (var millis : new long[] {0, -1, Long.MIN_VALUE}) {
      var id = "r" + millis;
      rig.publish(Say.openForLater(id, Instant.ofEpochMilli(millis)));
      rig.append(Say.approve(id, ANNA, "yes", 2));
      assertThat(rig.stored(Say.request(id)).deadline()).contains(NOON.plus(Duration.ofHours(8)));
    }
  }

  private void thenRefused(OpenRequest open, Refusal expected) {
    rig.publish(open);
    assertThat(rig.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CommandRefused.class, no -> assertThat(no.refusal()).isEqualTo(expected));
    assertThat(rig.quarantined()).isEmpty();
  }

  private static OpenRequest asking(Duration accessFor) {
    return new OpenRequest(
        Say.request("r1"),
        new Attempt(JIT, new DecisionId("open")),
        new Asked(
            EVA,
            new PersonalText(EVA, Cast.JUSTIFICATION),
            Optional.empty(),
            Cast.ACTIONS,
            Cast.RESOURCES,
            Optional.of(accessFor)));
  }
}
