package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.DORA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Practice;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.RequestEvent.PracticeCompleted;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.processor.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Practice on the log: all that happens to it says so, and it counts nowhere but for itself. */
class PracticeTest {
  @TempDir private Path directory;
  private Rig rig;

  @BeforeEach
  void start() {
    rig = Rig.at(directory, NOON);
    rig.append(new RegisterTenant(CONTOSO, attempt(OPERATOR, "register"), Samples.MEMBERSHIP));
    rig.recorded();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void everyEntryOfItSaysSoAndNoOther() {
    rig.append(practise("p1", ANNA));
    rig.append(Say.approve("p1", DORA, "not-mine", 1));
    rig.append(Say.approve("p1", ANNA, "d1", 1));
    rig.append(Say.approve("p1", ANNA, "too-late", 1));
    var told = rig.recorded();
    assertThat(told)
        .extracting(Recorded::event)
        .hasExactlyElementsOfTypes(
            RequestOpened.class,
            CommandRefused.class,
            PracticeCompleted.class,
            CommandRefused.class);
    assertThat(told).allMatch(Recorded::isPractice);

    rig.append(Say.open("r1"));
    rig.append(Say.approve("r1", ANNA, "d2", 1));
    assertThat(rig.recorded()).isNotEmpty().noneMatch(Recorded::isPractice);
  }

  @Test
  void itsEndIsRememberedOverARestartAndGrantsNothing() {
    rig.append(practise("p1", ANNA));
    rig.append(practise("p2", CARLA));
    rig.append(Say.approve("p1", ANNA, "d1", 1));
    rig = rig.restarted();
    rig.recorded();
    rig.append(Say.approve("p1", ANNA, "d2", 1));
    rig.append(Say.approve("p2", ANNA, "d3", 1));
    assertThat(rig.events())
        .hasExactlyElementsOfTypes(CommandRefused.class, PracticeCompleted.class);
  }

  @Test
  void itExpiresByItsAlarm() {
    rig.append(practise("p1", ANNA));
    rig.recorded();
    rig.pass(Duration.ofDays(4));
    assertThat(rig.recorded())
        .singleElement()
        .matches(Recorded::isPractice)
        .extracting(Recorded::event)
        .isInstanceOf(RequestExpired.class);
  }

  @Test
  void asMuchOfItWaitsAsMayAndNoMoreOverARestart() {
    for (var n = 0; n < Practice.OPEN_MAX; n++) {
      rig.append(practise("p" + n, ANNA));
    }
    rig = rig.restarted();
    rig.recorded();
    refused(practise("one-more", ANNA), Refusal.TOO_MUCH_PRACTICE);
    rig.append(Say.deny("p0", ANNA, "d1"));
    rig.recorded();
    rig.append(practise("one-more", ANNA));
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class);
  }

  @Test
  void onlyWhoActsForTheCustomerStartsIt() {
    refused(practise("p1", DORA), Refusal.NOT_OF_THE_CUSTOMER);
    refused(practise("p1", Cast.EVA), Refusal.NOT_OF_THE_CUSTOMER);
  }

  /** Nobody was denied anything by it. */
  @Test
  void toDenyItIsRememberedOfNobody() {
    rig.append(practise("p1", ANNA));
    rig.append(Say.deny("p1", ANNA, "d1"));
    assertThat(rig.changes(Stores.DENIALS)).isEmpty();
  }

  private void refused(StartPractice start, Refusal expected) {
    rig.append(start);
    assertThat(rig.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CommandRefused.class, no -> assertThat(no.refusal()).isEqualTo(expected));
  }

  private static StartPractice practise(String id, PersonId who) {
    return new StartPractice(
        new RequestId(CONTOSO, id),
        attempt(who, "practise-" + id),
        Practice.asked(Cast.ACTIONS, Cast.RESOURCES, Optional.empty()));
  }

  private static Attempt attempt(PersonId actor, String id) {
    return new Attempt(actor, new DecisionId(id));
  }
}
