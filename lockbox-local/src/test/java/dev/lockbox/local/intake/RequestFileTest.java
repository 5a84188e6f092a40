package dev.lockbox.local.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.evaluation.Argument;
import dev.lockbox.domain.evaluation.DataAccess;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Identity;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.evaluation.Purpose;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.resource.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFileTest {
  private static final TenantId CONTOSO = new TenantId("contoso");
  private static final String WHOLE =
      """
      {"id": "r-1", "tenant": "contoso", "engineer": "eva", "justification": "slow disk",
       "ticket": {"system": "servicedesk", "id": "SD-1"},
       "actions": ["k8s.pod.logs"], "resources": ["/clusters/c1/ns/openshift-etcd"], "accessFor": "PT2H"}
      """;

  private static final String DETAILS =
      """
      {"purpose": "SERVICE_UPDATE", "dataAccess": "NONE", "reasonCode": "UPGRADE", "severity": "B",
       "alternativesTried": "a restart", "level": "WRITE",
       "identity": {"kind": "ISOLATED", "methods": ["fido"]}, "country": "DE", "team": "sre",
       "escalationLevel": 2, "pseudonym": "Engineer 7",
       "ticket": {"tenant": "contoso", "openedBy": "anna", "assignee": "eva", "status": "OPEN"},
       "tags": ["env=prod"], "previous": {"kind": "HAND_OVER", "request": "r-0"},
       "startAt": "2027-01-31T08:00:00Z", "singleUse": true,
       "arguments": [{"action": "k8s.pod.logs", "name": "container", "value": "etcd"}]}
      """;

  @TempDir Path directory;

  @Test
  void aWholeFileIsRead() throws IOException {
    var read = RequestFile.read(file(WHOLE), CONTOSO);

    assertThat(read.request().toString()).isEqualTo("contoso/r-1");
    assertThat(read.asked().engineer().value()).isEqualTo("eva");
    assertThat(read.asked().justification().text()).isEqualTo("slow disk");
    assertThat(read.asked().ticket().orElseThrow().id()).isEqualTo("SD-1");
    assertThat(read.asked().accessFor()).contains(Duration.ofHours(2));
  }

  @Test
  void allThatElseCanBeSaidIsRead() throws IOException {
    var details = RequestFile.read(file(detailed(DETAILS)), CONTOSO).details();

    assertThat(details.purpose()).contains(Purpose.SERVICE_UPDATE);
    assertThat(details.dataAccess()).contains(DataAccess.NONE);
    assertThat(details.alternativesTried().orElseThrow().text()).isEqualTo("a restart");
    assertThat(details.level()).contains(PermissionLevel.WRITE);
    assertThat(details.requester().identity().orElseThrow().kind())
        .isEqualTo(Identity.Kind.ISOLATED);
    assertThat(details.requester().escalationLevel()).contains(2);
    assertThat(details.requester().pseudonym().orElseThrow().text()).isEqualTo("Engineer 7");
    assertThat(details.ticket().orElseThrow().status()).isEqualTo(new Code("OPEN"));
    assertThat(details.tags()).containsExactly(new Code("env=prod"));
    assertThat(details.previous().orElseThrow().request()).isEqualTo(new RequestId(CONTOSO, "r-0"));
    assertThat(details.startAt()).contains(Instant.parse("2027-01-31T08:00:00Z"));
    assertThat(details.isSingleUse()).isTrue();
    assertThat(details.arguments()).extracting(Argument::value).containsExactly("etcd");
  }

  @Test
  void whatIsNotSaidIsLeftUnsaid() throws IOException {
    assertThat(RequestFile.read(file(WHOLE), CONTOSO).details()).isEqualTo(Details.NONE);
    assertThat(RequestFile.read(file(detailed("{}")), CONTOSO).details()).isEqualTo(Details.NONE);
  }

  @Test
  void anEscalationIsSaidBesideAllElse() throws IOException {
    var read = RequestFile.read(file(detailed(DETAILS)), CONTOSO).escalated(3);

    assertThat(read.details().requester().escalationLevel()).contains(3);
    assertThat(read.details().purpose()).contains(Purpose.SERVICE_UPDATE);
    assertThatThrownBy(() -> read.escalated(10)).hasMessageContaining("escalationLevel");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'purpose': 'FUN'}|details.purpose",
        "{'startAt': 'tomorrow'}|startAt must be an instant",
        "{'country': 'Germany'}|country must match",
        "{'ticket': {'status': 'OPEN'}}|ticket.tenant of details is missing",
        "{'identity': {'methods': ['fido']}}|identity.kind of details is missing",
        "{'nonsense': 1}|details.nonsense is not a name it can hold"
      })
  void detailsThatSayNoSuchThingNameTheFile(String details, String message) throws IOException {
    var file = file(detailed(details.replace("'", "\"")));

    assertThatThrownBy(() -> RequestFile.read(file, CONTOSO))
        .isInstanceOf(BadDocument.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(message);
  }

  private static String detailed(String details) {
    return WHOLE.replace("{\"id\"", "{\"details\": " + details + ", \"id\"");
  }

  @Test
  void withoutAnIdEachReadingIsAnotherRequest() throws IOException {
    var file = file(WHOLE.replace("\"id\": \"r-1\", ", ""));

    assertThat(RequestFile.read(file, CONTOSO).request())
        .isNotEqualTo(RequestFile.read(file, CONTOSO).request());
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "version", "createdAt", "decideBy", "accessUntil", "approvers"})
  void whatTheLockboxSettlesCannotBeAskedFor(String name) throws IOException {
    var file = file(WHOLE.replace("\"id\"", "\"%s\": 1, \"id\"".formatted(name)));

    assertThatThrownBy(() -> RequestFile.read(file, CONTOSO))
        .isInstanceOf(BadDocument.class)
        .hasMessageContaining(name + " is not a name it can hold");
  }

  @Test
  void anotherTenantsFileIsRefused() throws IOException {
    var file = file(WHOLE);

    assertThatThrownBy(() -> RequestFile.read(file, new TenantId("fabrikam")))
        .isInstanceOf(BadDocument.class)
        .hasMessageContaining("contoso")
        .hasMessageContaining("fabrikam");
  }

  @Test
  void aValueOfAnotherKindIsNotGuessedAt() throws IOException {
    var file = file(WHOLE.replace("\"slow disk\"", "true"));

    assertThatThrownBy(() -> RequestFile.read(file, CONTOSO))
        .isInstanceOf(BadDocument.class)
        .hasMessageContaining("justification");
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    var file = file(WHOLE.replace("\"engineer\": \"eva\", ", ""));

    assertThatThrownBy(() -> RequestFile.read(file, CONTOSO))
        .isInstanceOf(BadDocument.class)
        .hasMessageContaining("engineer is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two hours", "PT9223372036854775807S", "PT99999999999999999999H"})
  void aDurationThatIsNoneNamesTheFile(String duration) throws IOException {
    var file = file(WHOLE.replace("PT2H", duration));

    assertThatThrownBy(() -> RequestFile.read(file, CONTOSO))
        .isInstanceOf(BadDocument.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("accessFor must be an ISO 8601 duration");
  }

  @Test
  void aNameGivenTwiceIsRefused() throws IOException {
    var file = file(WHOLE.replace("\"engineer\"", "\"engineer\": \"ann\", \"engineer\""));

    assertThatThrownBy(() -> RequestFile.read(file, CONTOSO))
        .isInstanceOf(BadDocument.class)
        .hasMessageContaining("duplicate");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    var absent = directory.resolve("absent.json");

    assertThatThrownBy(() -> RequestFile.read(absent, CONTOSO))
        .isInstanceOf(BadDocument.class)
        .hasMessageContaining("there is no such file");
  }

  @Test
  void whatIsPlausibleCanBeAskedFor() {
    var asked = RequestFile.plausible(CONTOSO).asked();

    assertThat(Catalogue.BUILT_IN.firstMisfit(asked.actions(), asked.resources())).isEmpty();
  }

  private Path file(String content) throws IOException {
    return Files.writeString(directory.resolve("request.json"), content);
  }
}
