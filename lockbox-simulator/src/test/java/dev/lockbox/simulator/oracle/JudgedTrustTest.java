package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.record.Freezing;
import dev.lockbox.simulator.record.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the oracle finds wrong where grants are frozen, or nobody vouches for the clock. */
class JudgedTrustTest extends StoryByHand {
  @Test
  void garbageThatIsNotInQuarantineIsFoundInTheEnd() {
    registered();
    unreadable(Optional.of(CONTOSO));
    frozen(1);
    assertThat(judged()).isEmpty();
    assertThat(Oracle.judge(evidence(Evidence.Extent.AT_REST)))
        .map(Broken::invariant)
        .contains("QuarantinedOnce");
  }

  @Test
  void garbageThatFreezesNobodyIsFoundOnceItShould() {
    registered();
    unreadable(Optional.of(CONTOSO));
    assertThat(judged()).isEmpty();
    assertThat(Oracle.judge(evidence(Evidence.Extent.ANSWERED)))
        .map(Broken::invariant)
        .contains("AnsweredAsTheRulesSay");
  }

  @Test
  void garbageThatNamesNobodyFreezesEverybodyThere() {
    registered();
    unreadable(Optional.empty());
    frozen(1);
    assertThat(judged()).isEmpty();
  }

  @Test
  void aGrantWhileGrantsAreFrozenIsFound() {
    registered();
    opened();
    unreadable(Optional.of(CONTOSO));
    frozen(2);
    approved(ANNA, NOON.plusSeconds(60));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void aReleaseBySomebodyElseThanTheOperatorIsFound() {
    registered();
    unreadable(Optional.of(CONTOSO));
    frozen(1);
    var reason = new PersonalText(ANNA, "it is nothing");
    var release = new ReleaseGrants(CONTOSO, by(ANNA, "release"), Freezing.by(0, 1), reason);
    happened(
        release,
        NOON,
        1,
        new GrantsReleased(CONTOSO, NOON, provenance(release), release.quarantine(), reason));
    thenBroken("ReleasedByTheOperator");
  }

  @Test
  void aGrantByAClockThatNobodyVouchesForIsFound() {
    registered();
    opened();
    var later = NOON.plus(Duration.ofDays(1));
    ticked(NOON, later);
    approved(ANNA, later.plusSeconds(1));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void aGrantByAClockThatAHostVouchesForIsRight() {
    registered();
    opened();
    ticked(NOON.plusSeconds(59), NOON.plusSeconds(60));
    approved(ANNA, NOON.plusSeconds(61));
    assertThat(judged()).isEmpty();
  }

  private void unreadable(Optional<TenantId> key) {
    commands.add(new Entry<>(commands.size(), NOON, new Written.Garbage(key)));
  }

  /** By the record of that offset. */
  private void frozen(long offset) {
    var event =
        new GrantsFrozen(CONTOSO, NOON, Optional.empty(), Freezing.by(0, offset), "UNREADABLE");
    record(new Recorded(events.size() + 1, 1, Freezing.here(0, offset), event));
  }

  private void ticked(Instant shown, Instant at) {
    commands.add(new Entry<>(commands.size(), at, new Written.Ticked(new HostId("one"), shown)));
  }
}
