package dev.lockbox.local.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.resource.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFileTest {
  private static final TenantId CONTOSO = new TenantId("contoso");
  private static final String WHOLE =
      """
      {"id": "r-1", "tenant": "contoso", "engineer": "eva", "justification": "slow disk",
       "ticket": {"system": "servicedesk", "id": "SD-1"},
       "actions": ["k8s.pod.logs"], "resources": ["/clusters/c1/ns/openshift-etcd"], "accessFor": "PT2H"}
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
