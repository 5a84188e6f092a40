package dev.lockbox.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.events.message.Found;
import dev.lockbox.events.signing.Keys;
import dev.lockbox.events.signing.Publication;
import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.publisher.NotBelieved;
import dev.lockbox.service.ServiceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may tell what engineers do, and by what the processors know their own word. */
class ReporterSettingsTest {
  private static final String GATEWAYS = Keys.ed25519();
  private static final String OWN = Keys.ed25519();
  private static final String BEFORE = Keys.p256();

  @TempDir private Path directory;
  private Path own;
  private String reporters = "";

  @BeforeEach
  void write() throws IOException {
    own = Files.writeString(directory.resolve("own.pem"), OWN);
    onlyItsOwner(own);
    var gateways = Files.writeString(directory.resolve("gateway.pem"), Keys.publicHalf(GATEWAYS));
    reporters =
        """
        lockbox.reporters:
          gateway-1:
            keys: [%s]
            tenants: [contoso]
        """
            .formatted(gateways);
  }

  @Test
  void reportersAreNamedAsServicesAre() throws Exception {
    var settings = settings(reporters + "lockbox.processor.key-file: " + own);
    assertThat(settings.reporters().count()).isEqualTo(1);
    checkOwn(settings, OWN);
  }

  @Test
  void whereNobodyIsNamedNobodySigns() throws IOException {
    var settings = settings("");
    assertThat(settings.reporters().mustSign()).isFalse();
    assertThat(settings.own().own()).isEmpty();
  }

  /** So that its records are signed by the time that they must be. */
  @Test
  void theProcessorsMaySignBeforeAnybodyMust() throws Exception {
    var settings = settings("lockbox.processor.key-file: " + own);
    assertThat(settings.reporters().mustSign()).isFalse();
    checkOwn(settings, OWN);
  }

  @Test
  void otherKeysAreBelievedToo() throws Exception {
    var before = Files.writeString(directory.resolve("before.pem"), Keys.publicHalf(BEFORE));
    var settings =
        settings("lockbox.processor: {key-file: %s, other-keys: [%s]}".formatted(own, before));
    checkOwn(settings, OWN);
    checkOwn(settings, BEFORE);
    assertThatThrownBy(() -> checkOwn(settings, GATEWAYS)).isInstanceOf(NotBelieved.class);
  }

  @Test
  void whatIsNotUnderstoodStopsTheStartAndIsNamed() throws IOException {
    refused(reporters, "lockbox.processor.key-file must be set");
    refused("lockbox.reporters:", "lockbox.reporters must be services by their names");
    refused("lockbox.reporters: {g: {tenants: [contoso]}}", "lockbox.reporters.g");
    var half = Files.writeString(directory.resolve("half.pem"), Keys.publicHalf(OWN));
    onlyItsOwner(half);
    refused("lockbox.processor.key-file: " + half, "lockbox.processor.key-file must hold both");
    refused(
        "lockbox.processor: {key-file: %s, other-keys: [%s]}".formatted(own, own),
        "lockbox.processor.other-keys must be public keys");
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-r--r--"));
    refused("lockbox.processor.key-file: " + own, "readable by its owner alone");
  }

  private void refused(String yaml, String words) {
    assertThatThrownBy(() -> settings(yaml)).as(yaml).hasStackTraceContaining(words);
  }

  private static void onlyItsOwner(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static void checkOwn(ReporterSettings settings, String key) throws NotBelieved {
    var topic = Topics.ACTIVITY.name();
    var found = new Found(topic, 0, 0, 0, new byte[] {1}, new byte[] {2});
    var publication = new Publication(topic, new byte[] {1}, new byte[] {2});
    settings.own().check(found, SigningKey.of(key).sign(publication));
  }

  private ReporterSettings settings(String yaml) throws IOException {
    var file = Files.writeString(directory.resolve("settings.yml"), yaml);
    try (var context = ServiceContext.of(ProcessorService.NAME, Map.of(), Optional.of(file))) {
      return context.bean(ReporterSettings.class);
    }
  }
}
