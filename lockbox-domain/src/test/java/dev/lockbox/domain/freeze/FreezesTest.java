package dev.lockbox.domain.freeze;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.GrantsCommand;
import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.QuarantineId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** E7: what may have been a no freezes a tenant's grants until somebody has settled it. */
class FreezesTest {
  private static final QuarantineId ONE = QuarantineId.of("lockbox.commands", 3, 1001);
  private static final QuarantineId OTHER = QuarantineId.of("lockbox.commands", 3, 1002);

  @Test
  void anUnreadableRecordFreezesByItself() {
    var event = FreezeDecider.found(Freezes.NONE, CONTOSO, ONE, "UNDECODABLE", NOON).orElseThrow();
    assertThat(event.quarantine()).isEqualTo(ONE);
    assertThat(event.attempted()).isEmpty();
    assertThat(Freezes.evolve(Freezes.NONE, event).isFrozen()).isTrue();
    assertThat(Freezes.NONE.isFrozen()).isFalse();
  }

  @Test
  void theSameRecordFreezesOnce() {
    assertThat(FreezeDecider.found(frozenBy(ONE), CONTOSO, ONE, "EMPTY", NOON)).isEmpty();
    assertThat(decide(frozenBy(ONE), freeze("f1", ONE))).isEqualTo(new Repeated<>(1));
  }

  @Test
  void everyRecordMustBeSettled() {
    var both = after(frozenBy(ONE), freeze("f1", OTHER));
    var one = after(both, release("r1", ONE));
    assertThat(one.isFrozen()).isTrue();
    assertThat(after(one, release("r2", OTHER)).isFrozen()).isFalse();
  }

  @Test
  void aReleaseSaysWhoAndWhy() {
    var yes = (Accepted<GrantsEvent>) decide(frozenBy(ONE), release("r1", ONE));
    var released = (GrantsReleased) yes.events().getFirst();
    assertThat(released.by().actor()).isEqualTo(OPERATOR);
    assertThat(released.reason().text()).isEqualTo("asked them");
  }

  @Test
  void whatDoesNotFreezeCannotBeReleased() {
    assertThat(decide(frozenBy(ONE), release("r1", OTHER)))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.NOT_FROZEN));
  }

  @Test
  void aRepeatedReleaseGetsItsFirstVerdict() {
    var released = after(frozenBy(ONE), release("r1", ONE));
    assertThat(decide(released, release("r1", ONE))).isEqualTo(new Repeated<>(2));
  }

  @Test
  void aRepeatedFreezeDoesNotUndoARelease() {
    var state = after(Freezes.NONE, freeze("f1", ONE));
    state = after(state, release("r1", ONE));
    assertThat(decide(state, freeze("f1", ONE))).isInstanceOf(Repeated.class);
  }

  @Test
  void aTenantThatIsNotRegisteredHasNothingToFreeze() {
    assertThat(FreezeDecider.decide(Freezes.NONE, freeze("f1", ONE), false, NOON))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.UNKNOWN_TENANT));
  }

  @Test
  void beyondTheLimitARecordChangesNothingAndTheTenantStaysFrozen() {
    var state = Freezes.NONE;
    for (var offset = 0; offset < Freezes.RECORDS_MAX; offset++) {
      state = after(state, freeze("f" + offset, QuarantineId.of("lockbox.commands", 0, offset)));
    }
    assertThat(FreezeDecider.found(state, CONTOSO, ONE, "EMPTY", NOON)).isEmpty();
    assertThat(decide(state, freeze("one-more", ONE))).isInstanceOf(Repeated.class);
  }

  @Test
  void aHistoryThatCannotBeIsNotFolded() {
    var frozen = FreezeDecider.found(Freezes.NONE, CONTOSO, ONE, "EMPTY", NOON).orElseThrow();
    var released = ((Accepted<GrantsEvent>) decide(frozenBy(ONE), release("r", ONE))).events();
    assertThatThrownBy(() -> Freezes.evolve(frozenBy(ONE), frozen))
        .isInstanceOf(ImpossibleHistory.class);
    assertThatThrownBy(() -> Freezes.evolve(Freezes.NONE, released.getFirst()))
        .isInstanceOf(ImpossibleHistory.class);
  }

  @Test
  void aCauseIsANameAndAReasonIsItsGiversOwn() {
    assertThatThrownBy(() -> new FreezeGrants(CONTOSO, by("f"), ONE, "it was garbage"))
        .isInstanceOf(IllegalArgumentException.class);
    var annas = new PersonalText(ANNA, "so");
    assertThatThrownBy(() -> new ReleaseGrants(CONTOSO, by("r"), ONE, annas))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Freezes frozenBy(QuarantineId quarantine) {
    return Freezes.evolve(
        Freezes.NONE, new GrantsFrozen(CONTOSO, NOON, Optional.empty(), quarantine, "UNDECODABLE"));
  }

  private static Freezes after(Freezes state, GrantsCommand command) {
    var yes = (Accepted<GrantsEvent>) decide(state, command);
    return Freezes.evolve(state, yes.events().getFirst());
  }

  private static Decision<GrantsEvent> decide(Freezes state, GrantsCommand command) {
    return FreezeDecider.decide(state, command, true, NOON);
  }

  private static FreezeGrants freeze(String decision, QuarantineId quarantine) {
    return new FreezeGrants(CONTOSO, by(decision), quarantine, "WRONG_PARTITION");
  }

  private static ReleaseGrants release(String decision, QuarantineId quarantine) {
    return new ReleaseGrants(
        CONTOSO, by(decision), quarantine, new PersonalText(OPERATOR, "asked them"));
  }

  private static Attempt by(String decision) {
    return new Attempt(OPERATOR, new DecisionId(decision));
  }
}
