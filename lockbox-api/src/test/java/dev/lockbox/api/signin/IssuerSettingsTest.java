package dev.lockbox.api.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Cast;
import dev.lockbox.service.ServiceContext;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssuerSettingsTest {
  private static final Path OF_THE_TRY = Path.of("..", "docker", "api.yml");

  @Test
  void issuersStandInASettingsFile() {
    var key = SealKey.ofANewKey().toString();
    var settings = Map.<String, Object>of("test.edges", "true", "lockbox.signin.key-file", key);
    try (var context = ServiceContext.of("api", settings, Optional.of(OF_THE_TRY))) {
      assertThat(context.beans().getBeansOfType(IssuerSettings.class))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.name()).isEqualTo("keycloak");
                assertThat(one.shown()).isEqualTo("Contoso");
                assertThat(one.scopes()).containsExactly("openid", "profile");
                assertThat(one.unsaid().tenant()).contains(Cast.CONTOSO);
                assertThat(one.unsaid().roles()).isEmpty();
              });
      var issuers = context.bean(Issuers.class);
      assertThat(issuers.speaker("keycloak", Cast.CONTOSO).isTakenUnnamed()).isTrue();
      assertThat(issuers.speaker("keycloak", Cast.FABRIKAM).isTakenUnnamed()).isFalse();
    }
  }
}
