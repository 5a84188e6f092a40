package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.DORA;
import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.Disabling;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.processor.store.Stores;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agreeing once more to rules that somebody proposed: sent again, said again, read again. */
class ConfirmedTwiceTest {
  private static final Settings BEHIND_IT = Policies.settingsHaving(new Disabling(true));
  private static final Settings TAKEN_OUT = BEHIND_IT.with(Enrolment.OFF);

  /** The version of the tenant in which somebody proposes to take everything out. */
  private static final long PROPOSAL = 4;

  private Rig rig;

  @BeforeEach
  void start(@TempDir Path directory) {
    rig = Rig.at(directory.resolve("stores"), NOON);
    proposeToTakeEverythingOut();
    assertThat(rig.events())
        .hasExactlyElementsOfTypes(
            TenantRegistered.class,
            MembersReplaced.class,
            SettingsChanged.class,
            SettingsProposed.class);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void theSameAgreementAgainIsSilent() {
    rig.append(confirm(DORA, "yes", PROPOSAL));
    assertThat(rig.events())
        .singleElement()
        .isInstanceOfSatisfying(
            SettingsChanged.class,
            changed -> {
              assertThat(changed.settings()).isEqualTo(TAKEN_OUT);
              assertThat(changed.proposedBy()).contains(CARLA);
            });

    rig.append(confirm(DORA, "yes", PROPOSAL));
    rig = rig.restarted();
    rig.append(confirm(DORA, "yes", PROPOSAL));
    thenNothingWasWritten();
    assertThat(rig.counted("lockbox.decisions", "verdict", "repeated")).isEqualTo(1);
  }

  /** Whoever sends it late does not set again what others have set otherwise meanwhile. */
  @Test
  void theSameAgreementAgainUndoesNothingThatWasSetSince(@TempDir Path elsewhere) {
    rig.append(confirm(DORA, "yes", PROPOSAL));
    rig.append(change("back", BEHIND_IT));
    rig.recorded();

    rig = rig.restored(elsewhere.resolve("stores"));
    rig.append(confirm(DORA, "yes", PROPOSAL));
    thenNothingWasWritten();
  }

  @Test
  void anotherAgreementToWhatHoldsAlreadyIsRefusedAndRecordedWhoeverGivesIt() {
    rig.append(confirm(DORA, "yes", PROPOSAL));
    rig.recorded();

    rig.append(confirm(DORA, "again", PROPOSAL));
    rig.append(confirm(BEN, "yes", PROPOSAL));
    assertThat(refusals()).containsExactly(Refusal.NO_SUCH_PROPOSAL, Refusal.NO_SUCH_PROPOSAL);
  }

  @Test
  void anAgreementUnderAnIdThatIsTakenAgreesToNothing() {
    rig.append(confirm(DORA, "yes", PROPOSAL));
    rig.append(change("back", BEHIND_IT));
    rig.append(change("out-again", TAKEN_OUT));
    assertThat(rig.events()).last().isInstanceOf(SettingsProposed.class);

    rig.append(confirm(DORA, "yes", PROPOSAL + 3));
    assertThat(refusals()).containsExactly(Refusal.DECISION_ID_REUSED);
    rig.append(confirm(DORA, "another-yes", PROPOSAL + 3));
    assertThat(rig.events()).hasExactlyElementsOfTypes(SettingsChanged.class);
  }

  /** What was refused is not remembered: the same id may agree once it can. */
  @Test
  void anAgreementThatCameTooEarlyMayBeSentAgainAsItIs() {
    rig.append(confirm(DORA, "yes", PROPOSAL + 1));
    assertThat(refusals()).containsExactly(Refusal.NO_SUCH_PROPOSAL);
    rig.append(change("out-once-more", TAKEN_OUT));
    rig.append(confirm(DORA, "yes", PROPOSAL + 1));
    assertThat(rig.events())
        .hasExactlyElementsOfTypes(SettingsProposed.class, SettingsChanged.class);
  }

  @Test
  void agreementsReadAgainWriteNothing() {
    rig.append(confirm(DORA, "yes", PROPOSAL));
    rig.append(confirm(DORA, "yes", PROPOSAL));
    rig.append(confirm(DORA, "again", PROPOSAL));

    rig = rig.restartedFromTheEarliest();
    proposeToTakeEverythingOut();
    rig.append(confirm(DORA, "yes", PROPOSAL));
    rig.append(confirm(DORA, "yes", PROPOSAL));
    rig.append(confirm(DORA, "again", PROPOSAL));
    thenNothingWasWritten();
  }

  private void proposeToTakeEverythingOut() {
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.replaceAll(CONTOSO, "administrators", "anna", "ben", "carla", "dora"));
    rig.append(change("two", BEHIND_IT));
    rig.append(change("out", TAKEN_OUT));
  }

  private List<Refusal> refusals() {
    return rig.events().stream().map(ConfirmedTwiceTest::refusal).toList();
  }

  private static Refusal refusal(Event event) {
    return ((CommandRefused) event).refusal();
  }

  private void thenNothingWasWritten() {
    assertThat(rig.recorded()).isEmpty();
    assertThat(rig.quarantined()).isEmpty();
    assertThat(rig.changes(Stores.TENANTS)).isEmpty();
  }

  private static ChangeSettings change(String decision, Settings settings) {
    return new ChangeSettings(CONTOSO, attempt(CARLA, decision), settings);
  }

  private static ConfirmSettings confirm(PersonId who, String decision, long proposal) {
    return new ConfirmSettings(CONTOSO, attempt(who, decision), proposal);
  }

  private static Attempt attempt(PersonId who, String decision) {
    return new Attempt(who, new DecisionId(decision));
  }
}
