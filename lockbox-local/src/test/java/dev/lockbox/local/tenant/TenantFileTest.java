package dev.lockbox.local.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.local.intake.BadDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantFileTest {
  private static final String YAML =
      """
      tenant: contoso
      plan: Premier
      approvers:
        - id: anna
          mail: anna@contoso.example
        - {id: ben, mail: ben@contoso.example}
      """;

  @TempDir Path directory;

  @Test
  void yamlIsRead() throws IOException {
    var file = TenantFile.read(file(YAML));

    assertThat(file.id().value()).isEqualTo("contoso");
    assertThat(file.membership().approvers())
        .containsExactlyInAnyOrder(
            Member.of("anna", "anna@contoso.example"), Member.of("ben", "ben@contoso.example"));
    assertThat(file.membership().admins()).isEmpty();
  }

  @Test
  void jsonIsRead() throws IOException {
    var json =
        """
        {"tenant": "fabrikam", "plan": "Basic",
         "approvers": [{"id": "femi", "mail": "femi@fabrikam.example"}]}
        """;

    assertThat(TenantFile.read(file(json)).membership().plan()).isEqualTo("Basic");
  }

  @Test
  void whoSpeaksForItsPeopleIsLeftNamedOrNamedNoMore() throws IOException {
    assertThat(TenantFile.read(file(YAML)).namedIssuers()).isEmpty();
    assertThat(TenantFile.read(file(YAML + "issuers: []\n")).namedIssuers()).contains(Set.of());
    assertThat(TenantFile.read(file(YAML + "issuers: [https://login.example/]\n")).namedIssuers())
        .contains(Set.of(new Issuer("https://login.example/")));
    var wrong = file(YAML + "issuers: [http://login.example]\n");
    assertThatThrownBy(() -> TenantFile.read(wrong))
        .isInstanceOf(BadDocument.class)
        .hasMessageContaining("issuer must be https");
  }

  @Test
  void anUnknownNameDeepInsideIsRefusedByItsPath() throws IOException {
    var file = file(YAML.replace("{id: ben", "{name: Ben, id: ben"));

    assertThatThrownBy(() -> TenantFile.read(file))
        .isInstanceOf(BadDocument.class)
        .hasMessageContaining("approvers[1].name");
  }

  @Test
  void theSamePersonTwiceIsRefused() throws IOException {
    var file = file(YAML.replace("{id: ben", "{id: anna"));

    assertThatThrownBy(() -> TenantFile.read(file))
        .isInstanceOf(BadDocument.class)
        .hasMessageContaining("each person once");
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    var file = file("");

    assertThatThrownBy(() -> TenantFile.read(file))
        .isInstanceOf(BadDocument.class)
        .hasMessageContaining("is empty");
  }

  @Test
  void noTypeIsMadeFromATag() throws IOException {
    var file = file("!!java.net.URL ['http://127.0.0.1:1/']");

    assertThatThrownBy(() -> TenantFile.read(file)).isInstanceOf(BadDocument.class);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(directory.resolve("tenant.yaml"), content);
  }
}
