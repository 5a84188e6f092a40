package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.CoolDown;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Pace;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import dev.lockbox.simulator.record.Provided;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the oracle makes of engineers in a hurry, by hand. */
class HasteTest {
  private static final TenantId CONTOSO = new TenantId("contoso");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final Duration TICK = Duration.ofMillis(1);
  private static final PersonId EVA = new PersonId("eva");
  private static final PersonId ANNA = new PersonId("anna");

  private final Story story = new Story(Provided.by(Deployment.DEFAULTS));

  @BeforeEach
  void twoMayWaitAndTwoDenialsWithinAnHourAreEnoughForTwo() {
    var anna = Set.of(Member.of("anna", "anna@customer.example"));
    happened(
        new RegisterTenant(
            CONTOSO, by(ANNA, "register"), new Membership("Premier", anna, anna, Set.of())),
        NOON);
    happened(new ChangeSettings(CONTOSO, by(ANNA, "change"), settings()), NOON);
  }

  @Test
  void whatWaitsCountsAndWhatIsDecidedDoesNot() {
    happened(open("one"), NOON);
    assertThat(haste().isFull()).isFalse();
    happened(open("two"), NOON);
    assertThat(haste().isFull()).isTrue();
    happened(yes("one"), NOON);
    assertThat(haste().isFull()).isFalse();
  }

  @Test
  void whatIsSpoiltDoesNotWait() {
    happened(open("one"), NOON);
    happened(open("two"), NOON);
    story.spoilt(Set.of(request("one")));
    assertThat(haste().isFull()).isFalse();
  }

  @Test
  void twoDenialsWithinAnHourCoolForTwoHoursFromTheSecond() {
    happened(open("one"), NOON);
    happened(open("two"), NOON);
    happened(new Deny(request("one"), by(ANNA, "no-one"), Optional.empty()), NOON);
    assertThat(haste().isCooling(NOON)).isFalse();
    happened(new Deny(request("two"), by(ANNA, "no-two"), Optional.empty()), NOON.plus(AN_HOUR));
    var over = NOON.plus(AN_HOUR.multipliedBy(3));
    assertThat(haste().isCooling(over.minus(TICK))).isTrue();
    assertThat(haste().isCooling(over)).isFalse();
  }

  @Test
  void denialsThatAreFarFromEachOtherDoNot() {
    happened(open("one"), NOON);
    happened(open("two"), NOON);
    happened(new Deny(request("one"), by(ANNA, "no-one"), Optional.empty()), NOON);
    var late = NOON.plus(AN_HOUR).plus(TICK);
    happened(new Deny(request("two"), by(ANNA, "no-two"), Optional.empty()), late);
    assertThat(haste().isCooling(late)).isFalse();
  }

  @Test
  void aRevocationOfWhatWasGrantedIsNoDenial() {
    for (var name : List.of("one", "two")) {
      happened(open(name), NOON);
      happened(yes(name), NOON);
      happened(new Revoke(request(name), by(ANNA, "no-" + name), Optional.empty()), NOON);
    }
    assertThat(haste().isCooling(NOON)).isFalse();
    happened(open("three"), NOON);
    happened(new Revoke(request("three"), by(ANNA, "no-three"), Optional.empty()), NOON);
    happened(open("four"), NOON);
    happened(yes("four"), NOON);
    happened(new Deny(request("four"), by(ANNA, "no-four"), Optional.empty()), NOON);
    assertThat(haste().isCooling(NOON)).isTrue();
  }

  private Haste haste() {
    return new Haste(story, open("next"));
  }

  private void happened(Command command, Instant at) {
    story.add(new Effect(command, command.content(), new When(at, at, false), 1, false));
  }

  private static Approve yes(String name) {
    return new Approve(
        request(name), by(ANNA, "yes-" + name), Optional.empty(), 1, Optional.empty());
  }

  private static OpenRequest open(String name) {
    return new OpenRequest(
        request(name),
        by(new PersonId("jit"), "open"),
        new Asked(
            EVA,
            new PersonalText(EVA, "etcd lost its quorum"),
            Optional.empty(),
            List.of(new ActionName("k8s.pod.logs")),
            List.of(new ResourceName("/clusters/aro1/ns/openshift-etcd")),
            Optional.empty()));
  }

  private static Settings settings() {
    var old = Policy.DEFAULT;
    var pace =
        new Pace(Optional.of(2), Optional.of(new CoolDown(2, AN_HOUR, AN_HOUR.multipliedBy(2))));
    return new Settings(
        Enrolment.WHOLE_TENANT,
        Optional.empty(),
        ApproverMode.SNAPSHOT,
        false,
        false,
        List.of(),
        List.of(StageRule.ANYBODY),
        List.of(),
        old.with(pace));
  }

  private static RequestId request(String name) {
    return new RequestId(CONTOSO, name);
  }

  private static Attempt by(PersonId who, String id) {
    return new Attempt(who, new DecisionId(id));
  }
}
