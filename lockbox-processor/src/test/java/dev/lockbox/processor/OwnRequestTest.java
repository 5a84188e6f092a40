package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Evaluations.FACTS;
import static dev.lockbox.domain.Evaluations.TWO_INTERNAL_STAGES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.EvaluationCommand.ApproveInternally;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.HighRisk;
import dev.lockbox.domain.rules.Match;
import dev.lockbox.domain.rules.Narrowing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an engineer appends to the command log itself, past every other door: it is refused where it
 * is decided, and stands in the record with who tried (A1).
 */
class OwnRequestTest {
  @TempDir private Path directory;
  private Rig rig;

  @BeforeEach
  void start() {
    rig = Rig.at(directory.resolve("stores"), NOON);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"eva", "Eva", "EVA"})
  void aYesToOnesOwnRequestIsRefusedAndRecorded(String spelling) {
    var eva = new PersonId(spelling);
    rig.append(Say.register(CONTOSO, "anna", spelling));
    rig.append(Say.open("r1"));
    var shorter =
        new Narrowing(Optional.empty(), Optional.empty(), Optional.of(Duration.ofMinutes(5)));
    for (var yes :
        List.of(
            Say.approve("r1", eva, "whole", 1),
            Say.approveOnce("r1", eva, "conditions", 1),
            new Approve(
                Say.request("r1"), by(eva, "less"), Optional.empty(), 1, Optional.of(shorter)))) {
      refused(rig, yes, Refusal.OWN_REQUEST);
    }
    assertThat(rig.stored(Say.request("r1"))).isInstanceOf(Pending.class);
  }

  /** Of another issuer, or a mail address: nothing says that this is Eva, and nobody named it. */
  @ParameterizedTest
  @ValueSource(strings = {"eva@provider.example", "idp-2|eva"})
  void aYesUnderAnAliasThatNobodyNamedIsRefusedAndRecorded(String alias) {
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.open("r1"));
    var yes = Say.approve("r1", new PersonId(alias), "alias", 1);
    refused(rig, yes, Refusal.NOT_AN_APPROVER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eva", "EVA"})
  void aYesInsideToOnesOwnRequestIsRefusedAndRecorded(String spelling) {
    var wants = new Rig.Provider(TWO_INTERNAL_STAGES, Rig.PROVIDER);
    try (var inside = Rig.at(directory.resolve("inside"), NOON, wants)) {
      inside.append(Say.register(CONTOSO, "anna"));
      var open = Say.open("r1");
      inside.append(new OpenRequest(open.request(), open.by(), open.asked(), Details.NONE, FACTS));
      assertThat(inside.stored(open.request())).isInstanceOf(Evaluated.class);
      var eva = by(new PersonId(spelling), "inside");
      var yes = new ApproveInternally(open.request(), eva, Optional.empty(), 1);
      refused(inside, yes, Refusal.OWN_REQUEST);
      assertThat(inside.stored(open.request())).isInstanceOf(Evaluated.class);
    }
  }

  /** Whoever is of the customer's too, and made a rule beforehand that approves it. */
  @ParameterizedTest
  @ValueSource(strings = {"eva", "EVA"})
  void noRuleOfTheEngineersOwnGrantsWhatTheyAskFor(String spelling) {
    rig.append(
        new RegisterTenant(
            CONTOSO,
            by(OPERATOR, "register"),
            new Membership("Premier", member("anna"), member(spelling), Set.of())));
    var logs =
        new Match(
            List.of(new Glob("k8s.pod.logs")),
            List.of(NamePattern.of("/clusters")),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var rule = new AutoRule(new Code("all"), AutoRule.Effect.APPROVE, logs);
    var approving =
        new AccessRules(List.of(), HighRisk.AS_OTHERS, List.of(), List.of(rule), Optional.empty());
    var maker = by(new PersonId(spelling), "rule");
    rig.append(new ChangeSettings(CONTOSO, maker, Policies.settingsHaving(approving)));
    rig.recorded();
    rig.append(Say.openBy(FEMI, "of-femi"));
    assertThat(rig.events()).hasExactlyElementsOfTypes(GrantedByRule.class);
    rig.append(Say.openBy(EVA, "of-eva"));
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class);
  }

  private static void refused(Rig rig, RequestCommand yes, Refusal why) {
    rig.recorded();
    rig.append(yes);
    assertThat(rig.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CommandRefused.class,
            no -> {
              assertThat(no.refusal()).as(no.detail()).isEqualTo(why);
              assertThat(Optional.of(no.attempt())).isEqualTo(yes.attempt());
              assertThat(no.about()).contains(yes.request());
            });
  }

  private static Attempt by(PersonId who, String decision) {
    return new Attempt(who, new DecisionId(decision));
  }

  private static Set<Member> member(String person) {
    return Set.of(Member.of(person, person + "@customer.example"));
  }
}
