package dev.lockbox.adapter;

import static dev.lockbox.adapter.Story.MINUTE;
import static dev.lockbox.adapter.Story.POINT;
import static dev.lockbox.adapter.Story.UNTIL;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.adapter.target.FakeTarget;
import dev.lockbox.adapter.target.Listed;
import dev.lockbox.adapter.target.Listed.Says;
import dev.lockbox.adapter.target.TargetFailed;
import dev.lockbox.adapter.target.TargetFailed.Scope;
import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.TargetReport;
import dev.lockbox.domain.TargetReport.ReportNotProvisioned;
import dev.lockbox.domain.TargetReport.ReportProvisioned;
import dev.lockbox.domain.TargetReport.ReportUngranted;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.signing.Pem;
import dev.lockbox.events.signing.Publication;
import dev.lockbox.events.signing.PublicationSignature;
import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.Vitals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class RoundTest {
  private static final Duration LAG_MAX = Duration.ofSeconds(10);
  private static final SigningKey KEY = SigningKey.of(Pem.fresh());

  private final HandClock clock = new HandClock();
  private final Vitals vitals = new Vitals();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Formats formats = Wire.formats();
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(
          true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
  private final FakeTarget target = new FakeTarget();
  private final Grants grants = new Grants();
  private Knowledge knowledge = new Knowledge(LAG_MAX);
  private Round round = round();

  @Test
  void aGrantIsProvisionedAndTheLogIsTold() throws TargetFailed {
    log(Story.active());
    look();
    assertThat(target.list().listed()).containsExactlyInAnyOrderElementsOf(granted());
    look();
    assertThat(told()).hasExactlyElementsOfTypes(ReportProvisioned.class);
    assertThat(vitals.wrong()).isEmpty();
    look();
    assertThat(told()).hasSize(1);
    assertThat(meters.get("lockbox.adapter.grants").gauge().value()).isEqualTo(1);
  }

  @Test
  void aGrantThatIsNotProvisionedIsFoundAndTriedAgain() throws TargetFailed {
    log(Story.active());
    target.fail(Scope.ASSIGNMENT);
    look();
    assertThat(told()).isEmpty();
    clock.advance(MINUTE);
    look();
    assertThat(told()).hasExactlyElementsOfTypes(ReportNotProvisioned.class);
    assertThat(vitals.wrong().get(Condition.NOT_PROVISIONED)).contains(REQUEST.toString());
    assertThat(meters.get("lockbox.adapter.not.provisioned").gauge().value()).isEqualTo(1);
    assertThat(target.asked()).hasSizeGreaterThanOrEqualTo(2);

    target.mend();
    clock.advance(MINUTE);
    look();
    look();
    assertThat(target.list().listed()).containsExactlyInAnyOrderElementsOf(granted());
    assertThat(told())
        .hasExactlyElementsOfTypes(ReportNotProvisioned.class, ReportProvisioned.class);
    assertThat(vitals.wrong()).isEmpty();
  }

  @Test
  void aTargetThatIsGoneWhenAGrantBeginsIsFoundOutToo() {
    log(Story.active());
    target.fallSilent();
    look();
    assertThat(vitals.wrong()).containsKey(Condition.TARGET);
    clock.advance(MINUTE);
    look();
    assertThat(told()).hasExactlyElementsOfTypes(ReportNotProvisioned.class);
    assertThat(target.asked()).isEmpty();
  }

  @Test
  void accessIsRemovedWhenItsTimeIsOverThoughNoRecordCame() throws TargetFailed {
    log(Story.active());
    look();
    clock.advance(Duration.between(NOON, UNTIL));
    // Nothing was read since: what lags creates nothing, and takes away all the same.
    round.look();
    assertThat(target.list().listed()).isEmpty();
    assertThat(vitals.wrong()).containsKey(Reading.CONDITION);
    assertThat(told()).isEmpty();
  }

  @Test
  void whatIsNotListedAnyMoreIsRemovedAsItEnds() {
    log(Story.active());
    look();
    look();
    target.hide("");
    look();
    assertThat(vitals.wrong().get(Condition.TARGET)).contains("hidden by the test");
    clock.advance(Duration.between(NOON, UNTIL));
    log(Story.closing(POINT));
    look();
    assertThat(target.asked()).endsWith("remove");
    assertThat(told()).hasExactlyElementsOfTypes(ReportProvisioned.class);
    target.mend();
    look();
    assertThat(vitals.wrong()).isEmpty();
  }

  @Test
  void whatIsKnownToBeThereAndMustGoWaitsForNoList() {
    log(Story.active());
    look();
    clock.advance(Duration.between(NOON, UNTIL));
    var removedBefore = new ArrayList<Boolean>();
    target.onListing(() -> removedBefore.add(target.asked().contains("remove")));
    look();
    assertThat(removedBefore).containsExactly(true);
  }

  @Test
  void whatWasAlteredIsRemovedBeforeItIsMadeAnewThoughThatFailedOnce() throws TargetFailed {
    log(Story.active());
    look();
    target.put(new Listed(granted().getFirst().id(), Optional.empty()));
    target.fail(Scope.TARGET);
    look();
    target.mend();
    clock.advance(Duration.ofSeconds(5));
    look();
    assertThat(target.list().listed()).containsExactlyInAnyOrderElementsOf(granted());
  }

  @Test
  void aTargetInTroubleIsNotAskedWithoutARest() {
    for (var number = 0; number < 100; number++) {
      target.put(new Listed("stray-" + number, Optional.empty()));
    }
    target.fail(Scope.TARGET);
    var looks = 0;
    while (clock.instant().isBefore(NOON.plus(MINUTE))) {
      looks++;
      clock.advance(Duration.between(clock.instant(), look().orElseThrow()));
    }
    assertThat(looks).isLessThan(70);
  }

  @Test
  void aStraysShortIdIsNobodysBeginning() {
    log(Story.closing(POINT));
    clock.advance(Duration.between(NOON, UNTIL));
    target.put(new Listed(granted().getFirst().id().substring(0, 1), Optional.empty()));
    target.lie();
    look();
    assertThat(said()).hasSize(1);
  }

  @Test
  void theNextLookComesWithTheNextEnd() {
    log(Story.active());
    look();
    clock.advance(Duration.between(NOON, UNTIL).minusSeconds(2));
    assertThat(look()).contains(UNTIL);
  }

  @Test
  void afterAReadingThatLagsNothingIsCreated() throws TargetFailed {
    log(Story.active());
    knowledge.readToEnd(grants, NOON);
    clock.advance(LAG_MAX.plusMillis(1));
    round.look();
    assertThat(target.list().listed()).isEmpty();
    look();
    assertThat(target.list().listed()).containsExactlyInAnyOrderElementsOf(granted());
  }

  @Test
  void beforeTheLogIsReadOnceNothingIsDone() throws TargetFailed {
    granted().forEach(target::put);
    assertThat(round.look()).isPresent();
    assertThat(target.list().listed()).hasSize(1);
    assertThat(vitals.wrong()).containsKey(Reading.CONDITION);
  }

  @Test
  void whatNobodyGrantedIsRemovedAndTold() throws TargetFailed {
    granted().forEach(target::put);
    look();
    assertThat(target.list().listed()).isEmpty();
    var report = (ReportUngranted) told().getFirst();
    assertThat(report.about()).contains(REQUEST);
    assertThat(report.findings()).containsExactly(Finding.NOT_GRANTED);
    assertThat(report.by().actor().value()).isEqualTo(POINT.value());
    assertThat(meters.get("lockbox.adapter.ungranted").counter().count()).isEqualTo(1);
  }

  @Test
  void whatNobodyGrantedAndCannotBeRemovedIsToldOnceAndNamed() {
    granted().forEach(target::put);
    target.fail(Scope.TARGET);
    look();
    clock.advance(MINUTE);
    look();
    clock.advance(MINUTE);
    look();
    assertThat(told()).hasExactlyElementsOfTypes(ReportUngranted.class);
    assertThat(vitals.wrong().get(Condition.NOT_REMOVED)).contains(granted().getFirst().id());
  }

  @Test
  void whatComesBackIsNewsAgain() {
    granted().forEach(target::put);
    look();
    look();
    clock.advance(MINUTE);
    granted().forEach(target::put);
    look();
    assertThat(told()).hasExactlyElementsOfTypes(ReportUngranted.class, ReportUngranted.class);
    assertThat(told().getFirst().by()).isNotEqualTo(told().getLast().by());
  }

  @Test
  void whatKafkaDoesNotTakeIsRemovedAllTheSameAndToldLater() throws TargetFailed {
    granted().forEach(target::put);
    target.put(new Listed("another", granted().getFirst().says()));
    producer.sendException = new TimeoutException("nobody answers");
    look();
    assertThat(target.list().listed()).isEmpty();
    assertThat(vitals.wrong()).containsKey(Condition.LOG_CONDITION);
    assertThat(meters.get("lockbox.adapter.untold").gauge().value()).isEqualTo(2);

    producer.sendException = null;
    clock.advance(MINUTE);
    look();
    assertThat(told()).hasExactlyElementsOfTypes(ReportUngranted.class, ReportUngranted.class);
    assertThat(vitals.wrong()).isEmpty();
  }

  @Test
  void whatNamesNobodyIsRemovedAndCannotBeTold() throws TargetFailed {
    target.put(new Listed("who-knows", Optional.empty()));
    look();
    assertThat(target.list().listed()).isEmpty();
    assertThat(told()).isEmpty();
    assertThat(meters.get("lockbox.adapter.untold").gauge().value()).isZero();
  }

  @Test
  void whatNamesNoRequestIsToldWithoutOne() {
    var one = Story.assignments().getFirst();
    var says = new Says(one.whose(), Optional.empty(), one.action(), one.resource());
    target.put(new Listed("by-hand", Optional.of(says)));
    look();
    assertThat(((ReportUngranted) told().getFirst()).about()).isEmpty();
  }

  @Test
  void theEndIsSaidToWhoWaitsOnceNothingIsLeft() {
    log(Story.active());
    look();
    clock.advance(Duration.between(NOON, UNTIL));
    log(Story.closing(POINT));
    target.fail(Scope.ASSIGNMENT);
    look();
    assertThat(said()).isEmpty();

    target.mend();
    target.lie();
    clock.advance(Tries.LONGEST);
    look();
    assertThat(said()).as("before the target says that it is gone").isEmpty();
    target.mend();
    clock.advance(Tries.LONGEST);
    look();
    look();
    assertThat(said())
        .singleElement()
        .isInstanceOfSatisfying(
            AcknowledgeClosing.class,
            closed -> {
              assertThat(closed.request()).isEqualTo(REQUEST);
              assertThat(closed.point()).isEqualTo(POINT);
            });
  }

  @Test
  void aMembershipOfTwoGrantsGoesWithTheLastOfThem() throws TargetFailed {
    target.placing(Story.groups());
    log(Story.active());
    log(Story.another());
    look();
    look();
    assertThat(target.list().listed()).containsExactly(Story.membership());
    assertThat(told()).hasExactlyElementsOfTypes(ReportProvisioned.class, ReportProvisioned.class);

    clock.advance(Duration.between(NOON, UNTIL));
    log(Story.closing(POINT));
    look();
    assertThat(target.list().listed()).containsExactly(Story.membership());
    assertThat(said()).hasSize(1);
    clock.advance(Duration.between(UNTIL, Story.LATER));
    look();
    assertThat(target.list().listed()).isEmpty();
    assertThat(target.asked()).containsExactly("create", "remove");
    assertThat(told()).as("nothing was there that nobody granted").hasSize(2);
  }

  /** Killed between the two ends, with nothing kept. */
  @Test
  void aNewProcessLeavesAMembershipThatIsStillGranted() throws TargetFailed {
    target.placing(Story.groups());
    target.put(Story.membership());
    log(Story.over());
    log(Story.another());
    clock.advance(Duration.between(NOON, UNTIL));
    look();
    assertThat(target.asked()).isEmpty();
    assertThat(told()).hasExactlyElementsOfTypes(ReportProvisioned.class);
  }

  @Test
  void whatNothingAtTheTargetStandsForIsNotProvisioned() {
    target.placing(Story.otherGroups());
    log(Story.active());
    look();
    clock.advance(MINUTE);
    look();
    assertThat(target.asked()).isEmpty();
    assertThat(told()).hasExactlyElementsOfTypes(ReportNotProvisioned.class);
    assertThat(vitals.wrong().get(Condition.NOT_PROVISIONED)).contains(REQUEST.toString());
  }

  /** What it publishes as a service, and nothing else. */
  @Test
  void whatItSaysIsSigned() {
    log(Story.active());
    look();
    look();
    log(Story.closing(POINT));
    look();
    look();
    look();
    assertThat(producer.history())
        .anyMatch(record -> record.topic().equals(Topics.ACTIVITY.name()))
        .anyMatch(record -> record.topic().equals(Topics.REQUESTS.name()))
        .allSatisfy(record -> assertThat(isSigned(record)).isTrue());
  }

  private static boolean isSigned(ProducerRecord<byte[], byte[]> record) {
    var publication = new Publication(record.topic(), record.key(), record.value());
    return Optional.ofNullable(record.headers().lastHeader(Headers.SIGNATURE))
        .flatMap(header -> PublicationSignature.in(header.value()))
        .filter(signature -> signature.isOf(publication, KEY.key()))
        .isPresent();
  }

  @Test
  void nobodySaysForAnotherPointThatItClosed() {
    log(Story.closing(new PointId("gateway-1")));
    look();
    assertThat(said()).isEmpty();
  }

  @Test
  void withoutAListNothingIsSaidToBeClosed() {
    log(Story.closing(POINT));
    target.fallSilent();
    look();
    assertThat(said()).isEmpty();
  }

  @Test
  void whoListsNothingAnyMoreIsStillToldToRemove() {
    log(Story.active());
    look();
    look();
    target.fallSilent();
    clock.advance(Duration.between(NOON, UNTIL));
    look();
    assertThat(target.asked()).containsExactly("create", "remove");
    look();
    assertThat(target.asked()).as("once").hasSize(2);
  }

  @Test
  void aTargetThatSaysItIsGoneAndListsItStillIsAskedAgainAndAgainButNotAtOnce() {
    granted().forEach(target::put);
    target.lie();
    look();
    look();
    assertThat(target.asked()).containsExactly("remove");
    clock.advance(Tries.FIRST);
    look();
    assertThat(target.asked()).containsExactly("remove", "remove");
    clock.advance(MINUTE);
    look();
    assertThat(vitals.wrong()).containsKey(Condition.NOT_REMOVED);
    assertThat(told()).hasExactlyElementsOfTypes(ReportUngranted.class);
  }

  @Test
  void whatWasRevokedSinceTheRoundBeganIsNotCreated() {
    log(Story.active());
    target.put(new Listed("who-knows", Optional.empty()));
    target.onRemoving(() -> log(Story.over()));
    look();
    assertThat(target.asked()).containsExactly("remove");
  }

  /** The same grant, found by a new process: the log knows its word again by its id. */
  @Test
  void aNewProcessGoesOnFromTheLogAndTheTargetAlone() throws TargetFailed {
    log(Story.active());
    look();
    look();
    knowledge = new Knowledge(LAG_MAX);
    round = round();
    look();
    assertThat(target.list().listed()).containsExactlyInAnyOrderElementsOf(granted());
    assertThat(target.asked()).containsExactly("create");

    knowledge = new Knowledge(LAG_MAX);
    round = round();
    look();
    var later = told();
    assertThat(later.getLast()).isEqualTo(later.get(later.size() - 2));
  }

  private Round round() {
    var reports = new Reports(producer, formats, POINT, Optional.of(KEY), clock);
    var condition = new Condition(vitals, meters);
    return new Round(knowledge, target, reports, Story.practice(), condition, clock);
  }

  private void log(RequestSnapshot snapshot) {
    grants.hear(snapshot, clock.instant());
  }

  /** By a reading that is current. */
  private Optional<Instant> look() {
    knowledge.readToEnd(grants, clock.instant());
    return round.look();
  }

  private static List<Listed> granted() {
    return Story.assignments().stream().map(Listed::of).toList();
  }

  private List<TargetReport> told() {
    var told = new ArrayList<TargetReport>();
    for (var record : producer.history()) {
      if (record.topic().equals(Topics.ACTIVITY.name())) {
        try {
          var found = new Found(record.topic(), 0, 0, 0, record.key(), record.value());
          told.add((TargetReport) formats.activity().read(found).told());
        } catch (Unreadable ours) {
          throw new AssertionError(ours);
        }
      }
    }
    return told;
  }

  private List<Object> said() {
    var said = new ArrayList<Object>();
    for (var record : producer.history()) {
      if (record.topic().equals(Topics.REQUESTS.name())) {
        try {
          var found = new Found(record.topic(), 0, 0, 0, record.key(), record.value());
          said.add(formats.requests().read(found).command());
        } catch (Unreadable ours) {
          throw new AssertionError(ours);
        }
      }
    }
    return said;
  }
}
