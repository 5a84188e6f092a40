package dev.lockbox.api;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.command.FakeLog.Mood;
import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.SignatureRules.Mode;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.domain.signature.SoftKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Passkeys in the portal, as a browser sends what they say; see {@link PortalIT} for one that does.
 */
@ExtendWith(OneHttpRig.class)
class PortalKeysHttpTest {
  private static final String KEYS = "/portal/tenants/contoso/keys";
  private static final String ONE = "/portal/tenants/contoso/requests/req-1";
  private static final String MAKE = "Make a passkey";
  private static final String AGREE = "Agree that it is theirs";

  private final HttpRig http;
  private final PortalVisitor anna;
  private final PortalVisitor carla;
  private final SoftKey passkey = SoftKey.passkey(ANNA);

  PortalKeysHttpTest(HttpRig http) {
    this.http = http;
    http.requestOfContoso();
    var required = new SignatureRules(Mode.REQUIRED, Duration.ZERO);
    http.decide(
        new ChangeSettings(
            CONTOSO,
            new Attempt(CARLA, new DecisionId("required")),
            Policies.settingsHaving(required)),
        MORNING);
    this.anna = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
    this.carla = PortalVisitor.signedIn(http, "carla", CONTOSO, "admin");
  }

  private PortalForm registration() {
    var form = anna.open(KEYS).form(MAKE);
    var by = new Attempt(ANNA, new DecisionId(form.fields().get("decisionId").getFirst()));
    var proof =
        passkey.sign(RegisterApproverKey.payload(CONTOSO, by, passkey.key(), passkey.passkey()));
    var made = passkey.passkey().orElseThrow();
    return signed(form, proof)
        .with("key", passkey.id().hex())
        .with("spki", passkey.key().spki().base64Url())
        .with("relyingParty", made.relyingParty().id())
        .with("origin", made.relyingParty().origin())
        .with("credential", made.credential().base64Url());
  }

  private static PortalForm signed(PortalForm form, Proof proof) {
    var said = proof.assertion().orElseThrow();
    return form.with("signature", proof.signature().base64Url())
        .with("authenticatorData", said.authenticatorData().base64Url())
        .with("clientData", said.clientData().base64Url());
  }

  /** What the API says there is to sign is what the form stands for. */
  private Proof proof(PortalForm form, String less) {
    var body =
        "{\"decisionId\":\"%s\",\"ifVersion\":%s%s}"
            .formatted(one(form, "decisionId"), one(form, "ifVersion"), less);
    var said =
        http.caller("anna", CONTOSO, "approver")
            .post("/v1/tenants/contoso/requests/req-1/approve/payload?key=" + passkey.id(), body)
            .ok();
    return passkey.sign(new Payload(new Octets(said.path("payload").asText())));
  }

  private static String one(PortalForm form, String name) {
    return form.fields().get(name).getFirst();
  }

  private void agreedTo() {
    anna.submit(registration());
    carla.submit(carla.open(KEYS).form(AGREE));
  }

  @Test
  void aPasskeyIsRegisteredAgreedToAndWithdrawn() {
    var registered = anna.submit(registration());
    assertThat(registered.verdict()).contains("It was taken down");
    assertThat(registered.text())
        .contains(
            "waits for an administrator who is somebody else", passkey.id().hex().substring(0, 4));
    assertThat(registered.buttons()).containsExactly("Withdraw", MAKE);
    var agreed = carla.submit(carla.open(KEYS).form(AGREE));
    assertThat(agreed.text()).contains("holds from");
    assertThat(agreed.buttons()).containsExactly("Withdraw", MAKE);
    assertThat(anna.submit(anna.open(KEYS).form("Withdraw")).text()).contains("Nobody has a key");
  }

  @Test
  void aYesThatAPasskeySignedGrants() {
    agreedTo();
    var page = anna.open(ONE);
    assertThat(page.text()).contains("Signed by your passkey");
    var form = page.form("Approve").with("accessFor", "PT1H").with("RECORD", "on");
    var less =
        ",\"accessFor\":\"PT1H\",\"conditions\":{\"obligations\":[\"RECORD\"],\"excluded\":[],"
            + "\"channels\":null,\"countries\":null,\"singleUse\":false}";
    var granted = anna.submit(signed(form, proof(form, less)));
    assertThat(granted.verdict()).contains("You said yes");
  }

  @Test
  void whatWasSignedForLessIsNoYesToMore() {
    agreedTo();
    var form = anna.open(ONE).form("Approve");
    var refused = anna.submit(signed(form, proof(form, ",\"accessFor\":\"PT1H\"")));
    assertThat(refused.verdict()).contains("The key did not sign what is asked");
    assertThat(refused.text()).contains("Waiting for a decision");
  }

  @Test
  void withoutScriptNothingIsSignedAndAYesIsRefusedInWordsAndANoIsTaken() {
    var refused = anna.send(anna.open(KEYS).form(MAKE));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("No passkey was made");
    assertThat(anna.open(ONE).text()).contains("you have no passkey that holds");
    agreedTo();
    var page = anna.open(ONE);
    assertThat(page.text()).contains("takes a browser that lets this page run its scripts");
    var unsigned = anna.submit(page.form("Approve"));
    assertThat(unsigned.text()).contains("Waiting for a decision");
    assertThat(unsigned.verdict()).isNotBlank();
    assertThat(anna.submit(anna.open(ONE).form("Deny")).verdict()).contains("You said no");
  }

  @Test
  void nobodyAgreesToAKeyOfTheirOwnOrWithoutAdministering() {
    var both = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver", "admin");
    anna.submit(registration());
    assertThat(both.open(KEYS).buttons()).doesNotContain(AGREE);
    var agreeing = carla.open(KEYS).form(AGREE);
    var mine = agreeing.with("csrf", both.open(KEYS).csrf());
    assertThat(both.send(mine).status()).isEqualTo(403);
    var approver = agreeing.with("csrf", anna.open(KEYS).csrf());
    assertThat(anna.send(approver).status()).isEqualTo(403);
    var dora = PortalVisitor.signedIn(http, "dora", CONTOSO, "auditor");
    assertThat(dora.open(KEYS).buttons()).isEmpty();
    var femi = PortalVisitor.signedIn(http, "femi", FABRIKAM, "admin");
    assertThat(femi.get(KEYS).status()).isEqualTo(404);
  }

  @Test
  void whatIsRefusedLaterIsSaidToBe() {
    anna.submit(registration());
    var agreeing = carla.open(KEYS).form(AGREE);
    anna.submit(anna.open(KEYS).form("Withdraw"));
    http.log().be(Mood.VIEW_BEHIND);
    var late = carla.send(agreeing).header("Location").orElseThrow().replaceAll("#.*", "");
    assertThat(carla.open(late).verdict()).contains("has no verdict yet");
    http.log().be(Mood.WELL);
    assertThat(carla.open(late).verdict()).contains("no such key");
  }

  @Test
  void readingChangesNothingAndAFormOfAnotherSessionIsNotTaken() {
    for (var path : List.of(KEYS + "/register", KEYS + "/confirm", KEYS + "/withdraw")) {
      assertThat(anna.get(path).status()).as(path).isIn(404, 405);
    }
    anna.submit(registration());
    var before = http.log().appended();
    var stolen = carla.open(KEYS).form(AGREE).with("csrf", anna.open(KEYS).csrf());
    assertThat(carla.send(stolen).status()).isIn(401, 403);
    assertThat(http.log().appended()).isEqualTo(before);
  }
}
