package dev.lockbox.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.decision.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeTest {
  /** As it was promised to clients. */
  private static final Map<Refusal, Integer> STATUS =
      Map.ofEntries(
          Map.entry(Refusal.TOO_LATE, 410),
          Map.entry(Refusal.OWN_REQUEST, 403),
          Map.entry(Refusal.NOT_AN_APPROVER, 403),
          Map.entry(Refusal.NOT_THE_ENGINEER, 403),
          Map.entry(Refusal.NO_SUCH_REQUEST, 404),
          Map.entry(Refusal.ALREADY_OPENED, 409),
          Map.entry(Refusal.CLOSED_BEFORE_OPENED, 409),
          Map.entry(Refusal.ALREADY_DECIDED, 409),
          Map.entry(Refusal.STALE_VERSION, 409),
          Map.entry(Refusal.NOTHING_TO_CHANGE, 409),
          Map.entry(Refusal.DECISION_ID_REUSED, 409),
          Map.entry(Refusal.ACCESS_TOO_LONG, 422),
          Map.entry(Refusal.ACCESS_NOT_POSITIVE, 422),
          Map.entry(Refusal.UNSUPPORTED_RESOURCE_TYPE, 422),
          Map.entry(Refusal.UNSUPPORTED_DEPLOYMENT_MODEL, 422),
          Map.entry(Refusal.UNSUPPORTED_ACTION, 422),
          Map.entry(Refusal.ACTION_NOT_ALLOWED_HERE, 422),
          Map.entry(Refusal.NOT_GRANTABLE, 422),
          Map.entry(Refusal.UNKNOWN_TENANT, 422),
          Map.entry(Refusal.TENANT_EXISTS, 409),
          Map.entry(Refusal.NO_APPROVERS, 422),
          Map.entry(Refusal.REQUEST_FAULTED, 409),
          Map.entry(Refusal.WIDER_THAN_ASKED, 422),
          Map.entry(Refusal.ALREADY_APPROVED, 409),
          Map.entry(Refusal.TICKET_REQUIRED, 422),
          Map.entry(Refusal.REASON_CODE_REQUIRED, 422),
          Map.entry(Refusal.SCOPE_TOO_WIDE, 422),
          Map.entry(Refusal.NOT_AN_ADMIN, 403),
          Map.entry(Refusal.SECOND_PERSON_NEEDED, 403),
          Map.entry(Refusal.NO_SUCH_PROPOSAL, 404),
          Map.entry(Refusal.PLAN_NOT_ELIGIBLE, 403),
          Map.entry(Refusal.CONTRADICTING_RULES, 422),
          Map.entry(Refusal.SIGNATURE_REQUIRED, 403),
          Map.entry(Refusal.SIGNATURE_INVALID, 403),
          Map.entry(Refusal.KEY_UNKNOWN, 403),
          Map.entry(Refusal.KEY_EXISTS, 409),
          Map.entry(Refusal.TOO_MANY_KEYS, 422),
          Map.entry(Refusal.EDITOR_MUST_WAIT, 403),
          Map.entry(Refusal.CLOCK_SUSPECT, 409),
          Map.entry(Refusal.GRANTS_FROZEN, 409),
          Map.entry(Refusal.CLOSING_NOT_AWAITED, 409),
          Map.entry(Refusal.STARTS_TOO_LATE, 422),
          Map.entry(Refusal.INTERNAL_APPROVAL_FIRST, 409),
          Map.entry(Refusal.NO_SUCH_QUESTION, 404),
          Map.entry(Refusal.NO_SUCH_OFFER, 404),
          Map.entry(Refusal.OFFERS_NO_LESS, 422),
          Map.entry(Refusal.SAID_ENOUGH, 409),
          Map.entry(Refusal.NOT_FROZEN, 409),
          Map.entry(Refusal.NOT_THE_PROVIDER, 422),
          Map.entry(Refusal.NO_SUCH_ROLE, 404),
          Map.entry(Refusal.ROLE_WITHDRAWN, 409),
          Map.entry(Refusal.ROLE_PREREQUISITE, 422),
          Map.entry(Refusal.NO_SUCH_ENGINEER, 404),
          Map.entry(Refusal.NO_SUCH_MEMBERSHIP, 404),
          Map.entry(Refusal.ALREADY_ASKED, 409),
          Map.entry(Refusal.MEMBERSHIP_TOO_LONG, 422),
          Map.entry(Refusal.TOO_MANY_MEMBERSHIPS, 422),
          Map.entry(Refusal.NOT_THE_MANAGER, 403),
          Map.entry(Refusal.OWN_MEMBERSHIP, 403),
          Map.entry(Refusal.NO_SUCH_EXCLUSION, 404),
          Map.entry(Refusal.EXCLUSION_EXISTS, 409),
          Map.entry(Refusal.NOTHING_TO_CONFIRM, 409),
          Map.entry(Refusal.ALREADY_ACKNOWLEDGED, 409),
          Map.entry(Refusal.NOT_OF_THE_CUSTOMER, 403),
          Map.entry(Refusal.NOT_GRANTED, 403),
          Map.entry(Refusal.OTHERS_GRANT, 403),
          Map.entry(Refusal.NO_SUCH_SESSION, 404),
          Map.entry(Refusal.SESSION_EXISTS, 409),
          Map.entry(Refusal.SESSION_LIMIT, 409),
          Map.entry(Refusal.TARGET_NOT_ALLOWED, 403),
          Map.entry(Refusal.GATEWAY_NEEDED, 403),
          Map.entry(Refusal.CHANNEL_NOT_ALLOWED, 403),
          Map.entry(Refusal.SOURCE_NOT_ALLOWED, 403),
          Map.entry(Refusal.MFA_REQUIRED, 403),
          Map.entry(Refusal.CREDENTIAL_NOT_ALLOWED, 403),
          Map.entry(Refusal.DEVICE_NOT_ALLOWED, 403),
          Map.entry(Refusal.CRYPTO_NOT_ALLOWED, 403),
          Map.entry(Refusal.COUNTRY_NOT_ALLOWED, 403),
          Map.entry(Refusal.OBLIGATION_NOT_KEPT, 403),
          Map.entry(Refusal.DENIED_BY_RULES, 422),
          Map.entry(Refusal.OUTSIDE_HOURS, 409),
          Map.entry(Refusal.NO_WAY_IN_LEFT, 422),
          Map.entry(Refusal.REVIEW_FIRST, 409),
          Map.entry(Refusal.REVIEW_TOO_SHORT, 409),
          Map.entry(Refusal.ALREADY_REVIEWING, 409),
          Map.entry(Refusal.NOTHING_TO_READ, 409),
          Map.entry(Refusal.ALREADY_READ, 409),
          Map.entry(Refusal.TOO_MANY_OPEN, 429),
          Map.entry(Refusal.COOLING_DOWN, 429),
          Map.entry(Refusal.TOO_MUCH_PRACTICE, 429),
          Map.entry(Refusal.NAME_OF_PRACTICE, 422));

  @ParameterizedTest
  @EnumSource(value = Refusal.class, names = "NOT_DUE", mode = EnumSource.Mode.EXCLUDE)
  void everyRefusalHasTheStatusThatWasPromisedUnderItsOwnName(Refusal refusal) {
    assertThat(Code.of(refusal).status()).isEqualTo(STATUS.get(refusal));
    assertThat(Code.of(refusal).name()).isEqualTo(refusal.name());
  }

  @Test
  void nobodyHearsOfAnAlarm() {
    assertThatThrownBy(() -> Code.of(Refusal.NOT_DUE)).hasMessageContaining("NOT_DUE");
  }

  @Test
  void whatDoesNotExistAndWhatIsAnothersLookAlike() {
    var refused = Problem.of(Refusal.NO_SUCH_REQUEST, "customer contoso has no request req-9");
    var elsewhere = Problem.noSuchRequest();
    assertThat(refused).usingRecursiveComparison().ignoringFields("instance").isEqualTo(elsewhere);
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void everyProblemSaysWhatItsDocumentMustSay(Code code) {
    var problem = Problem.of(code, "detail");
    assertThat(problem.type()).isEqualTo("/docs/problems#" + code);
    assertThat(problem.title()).isNotBlank();
    assertThat(problem.status()).isEqualTo(code.status()).isBetween(400, 599);
    assertThat(problem.instance()).startsWith("urn:uuid:");
    assertThat(problem.response().getContentType().orElseThrow().toString())
        .isEqualTo("application/problem+json");
  }
}
