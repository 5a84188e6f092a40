package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Evaluations.TWO_INTERNAL_STAGES;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.DEED;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.TARGET;

import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.DataExposure;
import dev.lockbox.domain.DialogueCommand.AskQuestion;
import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import dev.lockbox.domain.ExclusionReport;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.IncidentId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.signature.SoftKey;
import java.util.List;
import java.util.Optional;

/** So that a page is looked at with something on it. */
final class SomeOfEverything {
  private final HttpRig http;

  private SomeOfEverything(HttpRig http) {
    this.http = http;
  }

  /** It happens at Contoso, which {@link SetRules#TWO_ADMINS} administer, and req-1 waits there. */
  static void happensIn(HttpRig http) {
    var all = new SomeOfEverything(http);
    all.accessIsUsed();
    all.othersAreDecided();
    all.rulesAndKeysWait();
    all.somethingWasNotApproved();
    all.somethingWaitsInside();
  }

  private void accessIsUsed() {
    var request = opened("live");
    var session = new SessionId("s1");
    http.decide(
        new Approve(request, by(Cast.ANNA, "yes"), Optional.empty(), 1, Optional.empty()), MORNING);
    http.decide(
        new StartSession(
            EVA_AT_CONTOSO,
            by(GATEWAY, "start"),
            session,
            request,
            Optional.of(TARGET),
            Optional.empty(),
            CONNECTION),
        MORNING);
    http.decide(
        new ReportAction(
            EVA_AT_CONTOSO, by(GATEWAY, "did"), Optional.of(request), Optional.of(session), DEED),
        MORNING);
  }

  private void othersAreDecided() {
    http.decide(new Deny(opened("refused"), by(Cast.BEN, "no"), Optional.empty()), MORNING);
    http.decide(
        new AskQuestion(
            new RequestId(CONTOSO, "req-1"),
            by(Cast.BEN, "ask"),
            new PersonalText(Cast.BEN, "Why at night?")),
        MORNING);
  }

  private void rulesAndKeysWait() {
    http.decide(new ChangeSettings(CONTOSO, by(CARLA, "two"), takingTwo(false)), MORNING);
    http.decide(new ChangeSettings(CONTOSO, by(CARLA, "tickets"), takingTwo(true)), MORNING);
    var key = SoftKey.ed25519(Cast.BEN);
    var by = by(Cast.BEN, "key");
    var proof = key.sign(RegisterApproverKey.payload(CONTOSO, by, key.key(), key.passkey()));
    http.decide(new RegisterApproverKey(CONTOSO, by, key.key(), key.passkey(), proof), MORNING);
  }

  private static Settings takingTwo(boolean isTicketRequired) {
    var usual = Settings.DEFAULTS;
    return new Settings(
        usual.enrolment(),
        usual.limits(),
        ApproverMode.SNAPSHOT,
        isTicketRequired,
        true,
        List.of(),
        usual.stages(),
        List.of(),
        usual.policy());
  }

  private void somethingWasNotApproved() {
    var report =
        new ExclusionReport(
            ExclusionCategory.INADVERTENT,
            Cast.EVA,
            new IncidentId("INC-7"),
            Cast.RESOURCES,
            DataExposure.ENCRYPTED,
            new PersonalText(Cast.OPERATOR, "a packet capture"));
    http.decide(
        new ReportExclusion(new ExclusionId(CONTOSO, "x-1"), by(Cast.OPERATOR, "report"), report),
        MORNING);
  }

  private void somethingWaitsInside() {
    http.registerProvider();
    http.log().history().wanting(TWO_INTERNAL_STAGES);
    http.openDetailed(new RequestId(CONTOSO, "inside"));
    http.log().history().wanting(EvaluationRules.NONE);
  }

  private RequestId opened(String id) {
    http.open(CONTOSO, id);
    return new RequestId(CONTOSO, id);
  }

  private static Attempt by(PersonId actor, String id) {
    return new Attempt(actor, new DecisionId(id));
  }
}
