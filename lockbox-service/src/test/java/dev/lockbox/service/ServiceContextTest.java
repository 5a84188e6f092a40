package dev.lockbox.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceContextTest {
  @Test
  void readsTheDefaultsOfItsOwnName() {
    try (var context = ServiceContext.of("sample", Map.of(), Optional.empty())) {
      assertThat(context.bean(KafkaSettings.class).bootstrapServers()).isEqualTo("127.0.0.1:1");
      assertThat(context.bean(KafkaSettings.class).properties()).isEmpty();
      assertThat(context.bean(DurabilitySettings.class)).isEqualTo(new DurabilitySettings(3, 2));
      assertThat(context.bean(ServiceSettings.class).directory())
          .isEqualTo(Path.of("target/sample/sample"));
    }
  }

  @Test
  void aFileWinsOverTheDefaultsAndAnOverrideOverTheFile(@TempDir Path dir) throws Exception {
    var file =
        Files.writeString(
            dir.resolve("my.yml"),
            """
        lockbox:
          kafka:
            bootstrap-servers: "file:1"
            properties:
              security.protocol: SSL
              ssl.truststore.location: /a/b
          registry:
            url: http://file:2
            properties:
              basic.auth.user.info: "name:secret"
        """);
    Map<String, Object> overrides = Map.of("lockbox.kafka.bootstrap-servers", "override:1");
    try (var context = ServiceContext.of("sample", overrides, Optional.of(file))) {
      assertThat(context.bean(KafkaSettings.class).client())
          .containsEntry("bootstrap.servers", "override:1")
          .containsEntry("security.protocol", "SSL")
          .containsEntry("ssl.truststore.location", "/a/b");
      assertThat(context.bean(RegistrySettings.class).url()).hasToString("http://file:2");
      assertThat(context.bean(RegistrySettings.class).properties())
          .containsEntry("basic.auth.user.info", "name:secret");
      assertThat(context.bean(RegistrySettings.class).toString()).doesNotContain("secret");
    }
  }

  @Test
  void aSettingOutOfBoundsIsRefusedByName() {
    Map<String, Object> overrides = Map.of("lockbox.kafka.bootstrap-servers", " ");
    try (var context = ServiceContext.of("sample", overrides, Optional.empty())) {
      assertThatThrownBy(() -> context.bean(KafkaSettings.class))
          .hasRootCauseMessage("lockbox.kafka.bootstrap-servers must name a broker");
    }
  }

  @Test
  void aServiceWithoutDefaultsIsNone() {
    assertThatThrownBy(() -> ServiceContext.of("nobody", Map.of(), Optional.empty()))
        .hasMessage("service nobody has no lockbox-nobody.yml on the class path");
  }
}
