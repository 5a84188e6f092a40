package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.CoolDown;
import dev.lockbox.domain.rules.Pace;
import dev.lockbox.processor.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What else an engineer asked for, and was denied, is known where a request is decided. */
class PacingTest {
  private static final PersonId ERIK = new PersonId("erik");
  private static final TenantId FABRIKAM = new TenantId("fabrikam");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Pace TWO = new Pace(Optional.of(2), Optional.empty());
  private static final Pace TWO_DENIALS =
      new Pace(Optional.empty(), Optional.of(new CoolDown(2, Duration.ofHours(1), DAY)));

  @TempDir private Path directory;
  private Rig rig;

  @BeforeEach
  void start() {
    rig = Rig.at(directory, NOON);
    register(CONTOSO);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void whatWaitsIsCountedAndNoMoreOnceItIsDecided() {
    set(TWO);
    taken(Say.open("r1"));
    taken(Say.open("r2"));
    refused(Say.open("r3"), Refusal.TOO_MANY_OPEN);
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    taken(Say.open("r3"));
    refused(Say.open("r4"), Refusal.TOO_MANY_OPEN);
    rig.append(Say.withdraw("r2"));
    taken(Say.open("r4"));
  }

  @Test
  void whatWaitsIsCountedAfterARestart() {
    set(TWO);
    taken(Say.open("r1"));
    taken(Say.open("r2"));
    rig = rig.restarted();
    refused(Say.open("r3"), Refusal.TOO_MANY_OPEN);
    rig.append(Say.deny("r1", ANNA, "d1"));
    taken(Say.open("r3"));
  }

  @Test
  void whatIsPublishedTwiceWaitsOnce() {
    set(TWO);
    rig.publish(Say.open("r1"));
    rig.publish(Say.open("r1"));
    rig.append(Say.open("r1"));
    taken(Say.open("r2"));
  }

  @Test
  void anotherEngineersRequestsAndAnotherCustomersAreNotCounted() {
    set(TWO);
    register(FABRIKAM);
    taken(Say.open(new RequestId(FABRIKAM, "r1")));
    taken(by(ERIK, "e1"));
    taken(Say.open("r1"));
    taken(Say.open("r2"));
    taken(by(ERIK, "e2"));
    refused(by(ERIK, "e3"), Refusal.TOO_MANY_OPEN);
  }

  @Test
  void denialsAreRememberedAfterARestart() {
    set(TWO_DENIALS);
    deniedTwice();
    rig = rig.restarted();
    refused(Say.open("r3"), Refusal.COOLING_DOWN);
    taken(by(ERIK, "e1"));
    taken(Say.open("r4"), NOON.plus(DAY));
  }

  @Test
  void aDenialAfterAGrantCountsAndARepeatedOneCountsOnce() {
    set(TWO_DENIALS);
    rig.append(Say.open("r1"));
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    rig.append(Say.deny("r1", ANNA, "d2"));
    rig.append(Say.deny("r1", ANNA, "d2"));
    taken(Say.open("r2"));
    rig.append(Say.deny("r2", ANNA, "d3"));
    refused(Say.open("r3"), Refusal.COOLING_DOWN);
  }

  @Test
  void onlyADenialWritesThatThereWasOne() {
    rig.append(Say.open("r1"));
    rig.append(Say.open("r2"));
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    assertThat(rig.changes(Stores.DENIALS)).isEmpty();
    rig.append(Say.deny("r2", ANNA, "d2"));
    assertThat(rig.changes(Stores.DENIALS)).hasSize(1);
  }

  private void deniedTwice() {
    rig.append(Say.open("r1"));
    rig.append(Say.open("r2"));
    rig.append(Say.deny("r1", ANNA, "d1"));
    rig.append(Say.deny("r2", ANNA, "d2"));
  }

  private void taken(OpenRequest open) {
    taken(open, NOON);
  }

  private void taken(OpenRequest open, Instant at) {
    rig.events();
    rig.append(open, at);
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class);
  }

  private void refused(OpenRequest open, Refusal expected) {
    rig.events();
    rig.append(open);
    assertThat(rig.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CommandRefused.class, no -> assertThat(no.refusal()).isEqualTo(expected));
  }

  private void set(Pace pace) {
    var settings = Policies.settingsHaving(pace);
    rig.append(new ChangeSettings(CONTOSO, attempt(CARLA, "pace"), settings));
  }

  private void register(TenantId tenant) {
    var approvers = Set.of(Member.of(ANNA.value(), "anna@customer.example"));
    var admins = Set.of(Member.of(CARLA.value(), "carla@customer.example"));
    rig.append(
        new RegisterTenant(
            tenant,
            attempt(OPERATOR, "register"),
            new Membership("Premier", approvers, admins, Set.of())));
  }

  private static OpenRequest by(PersonId engineer, String id) {
    var open = Say.open(id);
    var asked = open.asked();
    return new OpenRequest(
        open.request(),
        open.by(),
        new Asked(
            engineer,
            new PersonalText(engineer, "to see"),
            asked.ticket(),
            asked.actions(),
            asked.resources(),
            asked.accessFor()));
  }

  private static Attempt attempt(PersonId actor, String decision) {
    return new Attempt(actor, new DecisionId(decision));
  }
}
