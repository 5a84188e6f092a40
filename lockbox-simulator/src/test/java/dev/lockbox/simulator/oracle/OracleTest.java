package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestEvent.RequestDenied;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.simulator.record.Heard;
import dev.lockbox.simulator.record.Standing;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The judge is judged: by stories written by hand, without the core. */
class OracleTest extends StoryByHand {
  @Test
  void aStoryThatIsRightIsRight() {
    registered();
    opened();
    approved(ANNA, NOON.plusSeconds(60));
    assertThat(judged()).isEmpty();
  }

  @Test
  void aGapInTheSequenceIsFound() {
    registered();
    opened();
    var last = events.removeLast().value();
    record(new Recorded(3, last.version(), last.cause(), last.event()));
    thenBroken("DenseSequence");
  }

  @Test
  void aTenantOnAnothersPartitionIsFound() {
    registered();
    var evidence = evidence(Evidence.Extent.RUNNING);
    var swapped =
        new Evidence(
            evidence.submissions(),
            evidence.commands(),
            evidence.events().reversed(),
            evidence.quarantine(),
            evidence.standings(),
            evidence.heard(),
            evidence.signed(),
            evidence.spoilt(),
            evidence.provided(),
            evidence.extent());
    assertThat(Oracle.judge(swapped)).map(Broken::invariant).contains("OwnPartition");
  }

  @Test
  void aSecondEndIsFound() {
    registered();
    opened();
    denied(ANNA, "one");
    denied(BEN, "two");
    thenBroken("OneTerminal");
  }

  @Test
  void aCommandThatWasNeverAnsweredIsFoundOnceItShouldBe() {
    registered();
    opened();
    events.removeLast();
    standing = Optional.empty();
    assertThat(judged()).isEmpty();
    assertThat(Oracle.judge(evidence(Evidence.Extent.ANSWERED)))
        .map(Broken::invariant)
        .contains("AnsweredAsTheRulesSay");
  }

  @Test
  void aRefusalForAReasonThatIsNotTrueIsFound() {
    registered();
    opened();
    var deny = new Deny(REQUEST, by(ANNA, "no"), Optional.empty());
    var at = NOON.plusSeconds(60);
    happened(deny, at, 1, refused(deny, at, Refusal.NOT_AN_APPROVER));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void aLostNoIsFound() {
    registered();
    opened();
    var deny = new Deny(REQUEST, by(ANNA, "no"), Optional.empty());
    var at = NOON.plusSeconds(60);
    happened(deny, at, 1, refused(deny, at, Refusal.ALREADY_DECIDED));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void readersWhoSeeAnotherStateAreFound() {
    registered();
    opened();
    standing =
        Optional.of(new Standing(REQUEST, "Granted", 1, Optional.empty(), Optional.empty(), false));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void aYesToSomebodyWhoseCommandDidNothingIsFound() {
    registered();
    opened();
    var deny = new Deny(REQUEST, by(ANNA, "no"), Optional.empty());
    heard.add(
        new Heard(
            CONTOSO,
            Optional.of(REQUEST),
            new CommandId("command-9"),
            deny.by(),
            deny.content(),
            2,
            Heard.Answer.YES,
            3,
            2));
    thenBroken("CallersToldTheTruth");
  }

  @Test
  void aRequestThatStaysOpenForEverIsFound() {
    registered();
    opened();
    assertThat(Oracle.judge(evidence(Evidence.Extent.AT_REST)))
        .map(Broken::invariant)
        .contains("NothingLeftUndone");
  }

  private void denied(PersonId who, String id) {
    var deny = new Deny(REQUEST, by(who, id), Optional.empty());
    happened(deny, NOON, 2, new RequestDenied(REQUEST, NOON, provenance(deny), Optional.empty()));
  }

  private static CommandRefused refused(Command command, Instant at, Refusal why) {
    return new CommandRefused(
        command.tenant(),
        command.about(),
        at,
        command.attempt().orElseThrow(),
        command.name(),
        why,
        "because");
  }
}
