package dev.lockbox.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.adapter.target.HttpTargetSettings;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.events.signing.Pem;
import dev.lockbox.service.ServiceContext;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final String URL = "https://target.provider.example/lockbox";

  @TempDir Path directory;

  @Test
  void areTheseUnlessSaidOtherwise() {
    try (var context = context(Map.of())) {
      assertThat(context.bean(AdapterSettings.class).practice(keeps(context)))
          .isEqualTo(
              new Practice(
                  new PointId("grant-adapter"),
                  Conditions.NONE,
                  Duration.ofSeconds(5),
                  Duration.ofMinutes(1),
                  Duration.ofMinutes(1)));
      assertThat(context.bean(AdapterSettings.class).lagMax()).isEqualTo(Duration.ofSeconds(10));
      assertThat(context.bean(AdapterSettings.class).key()).isEmpty();
      assertThat(context.bean(TargetSettings.class).http())
          .isEqualTo(
              new HttpTargetSettings(
                  URI.create(URL),
                  Optional.empty(),
                  Duration.ofSeconds(5),
                  Duration.ofSeconds(10),
                  500));
    }
  }

  @Test
  void whatATargetKeepsCanBeSaid() throws Exception {
    var token = Files.writeString(directory.resolve("token"), "secret");
    var said =
        Map.<String, Object>of(
            "lockbox.adapter.point", "directory-1",
            "lockbox.adapter.target.token-file", token.toString(),
            "lockbox.adapter.target.keeps.obligations", "RECORD,REDACT",
            "lockbox.adapter.target.keeps.excluded", "PHI",
            "lockbox.adapter.target.keeps.channels", "REMOTE_SHELL",
            "lockbox.adapter.target.keeps.countries", "DE,CH",
            "lockbox.adapter.target.keeps.single-use", "true");
    try (var context = context(said)) {
      assertThat(keeps(context))
          .isEqualTo(
              new Conditions(
                  Set.of(Obligation.RECORD, Obligation.REDACT),
                  Set.of(new Code("PHI")),
                  Optional.of(Set.of(new Code("REMOTE_SHELL"))),
                  Optional.of(Set.of(new Country("DE"), new Country("CH"))),
                  true));
      assertThat(context.bean(TargetSettings.class).http().tokenFile()).contains(token);
      assertThat(context.bean(TargetSettings.class).toString()).doesNotContain("secret");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lockbox.adapter.every, PT0S, every must be from PT1S",
    "lockbox.adapter.lag-max, PT2M, lag-max must be from PT1S",
    "lockbox.adapter.removed-within, PT2H, removed-within must be from PT1S",
    "lockbox.adapter.not-provisioned-after, PT0S, not-provisioned-after must be from PT1S",
    "lockbox.adapter.point, two words, point must match",
    "lockbox.adapter.target.url, http://target.provider.example, must be https",
    "lockbox.adapter.target.answer-within, PT1H, answer-within must be from",
    "lockbox.adapter.target.page-size, 0, page-size must be from 1 to 5000",
    "lockbox.adapter.target.token-file, /nowhere, must be a file",
    "lockbox.adapter.target.keeps.obligations, WHISPER, WHISPER"
  })
  void whatIsOutOfBoundsIsRefused(String name, String value, String why) {
    assertThatThrownBy(() -> read(Map.of(name, value))).hasStackTraceContaining(why);
  }

  @Test
  void theKeyByWhichItSignsIsItsOwnersAlone() throws Exception {
    var file = Files.writeString(directory.resolve("key.pem"), Pem.fresh());
    var said = Map.<String, Object>of("lockbox.adapter.key-file", file.toString());
    try (var context = context(said)) {
      var settings = context.bean(AdapterSettings.class);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
      assertThatThrownBy(settings::key).hasMessageContaining("readable by its owner alone");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      assertThat(settings.key()).isPresent();
      Files.writeString(file, "no key");
      assertThatThrownBy(settings::key)
          .hasMessageContaining("lockbox.adapter.key-file must hold both halves of a key");
    }
  }

  @Test
  void whatItPublishesAsIsItsPoint() {
    var there = Map.<String, Object>of("lockbox.adapter.target.url", URL);
    assertThat(GrantAdapterService.publishesAs(there, Optional.empty())).contains("grant-adapter");
    assertThat(GrantAdapterService.publishesAs(Map.of(), Optional.empty())).isEmpty();
  }

  @Test
  void withoutATargetThereIsNoAdapter() {
    try (var context = ServiceContext.of(GrantAdapterService.NAME, Map.of(), Optional.empty())) {
      assertThatThrownBy(() -> context.bean(TargetSettings.class))
          .hasStackTraceContaining("lockbox.adapter.target.url must name the target");
    }
  }

  @Test
  void onThisMachineATargetMaySpeakInTheClear() {
    read(Map.of("lockbox.adapter.target.url", "http://127.0.0.1:8080/lockbox"));
  }

  private static void read(Map<String, Object> said) {
    try (var context = context(said)) {
      context.bean(TargetSettings.class).http();
      context.bean(AdapterSettings.class).practice(keeps(context));
    }
  }

  private static Conditions keeps(ServiceContext context) {
    return context.bean(KeepsSettings.class).conditions();
  }

  private static ServiceContext context(Map<String, Object> said) {
    var settings = new HashMap<>(Map.<String, Object>of("lockbox.adapter.target.url", URL));
    settings.putAll(said);
    return ServiceContext.of(GrantAdapterService.NAME, settings, Optional.empty());
  }
}
