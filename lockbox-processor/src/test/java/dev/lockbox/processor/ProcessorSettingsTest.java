package dev.lockbox.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.rules.AccessCap;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.tenant.Offer;
import dev.lockbox.service.ServiceContext;
import dev.lockbox.service.StreamsPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorSettingsTest {
  @TempDir private Path directory;

  @Test
  void unsaidTheyAreWhatTheAgreementSays() {
    try (var context = context(Map.of())) {
      assertThat(context.bean(LimitSettings.class).accessLimits()).isEqualTo(AccessLimits.DEFAULTS);
      assertThat(context.bean(TimerSettings.class))
          .isEqualTo(new TimerSettings(Duration.ofSeconds(1), 1000));
      assertThat(context.bean(ProcessorSettings.class).plan())
          .isEqualTo(
              new StreamsPlan(
                  "lockbox-processor",
                  2,
                  Duration.ofMillis(30),
                  0,
                  Optional.empty(),
                  Optional.empty()));
    }
  }

  @Test
  void theLockboxIsOfferedToEverybodyUnlessAPlanIsNamed() {
    try (var context = context(Map.of())) {
      assertThat(context.bean(OfferSettings.class).offer()).isEqualTo(Offer.TO_EVERYBODY);
    }
    try (var context =
        context(
            Map.of(
                "lockbox.offer.plans", "Basic,Developer,Premier",
                "lockbox.offer.least-plan", "Developer",
                "lockbox.offer.enrolment", "NOTHING"))) {
      assertThat(context.bean(OfferSettings.class).offer())
          .isEqualTo(
              new Offer(
                  List.of("Basic", "Developer", "Premier"),
                  Optional.of("Developer"),
                  Enrolment.OFF));
    }
  }

  @Test
  void aTourMayWatchARequestExpireInSeconds() {
    try (var context =
        context(Map.of("lockbox.pending-window", "PT30S", "lockbox.access-for", "PT1M"))) {
      assertThat(context.bean(LimitSettings.class).accessLimits())
          .isEqualTo(new AccessLimits(Duration.ofSeconds(30), Duration.ofMinutes(1)));
    }
  }

  @Test
  void accessMayBeAskedForLongerThanIsGrantedToWhoSaysNoTime() {
    try (var context = context(Map.of())) {
      assertThat(context.bean(Deployment.class).cap()).isEqualTo(AccessCap.NONE);
    }
    try (var context =
        context(Map.of("lockbox.access-for", "PT2H", "lockbox.access-max", "PT12H"))) {
      var deployment = context.bean(Deployment.class);
      assertThat(deployment.limits().accessFor()).isEqualTo(Duration.ofHours(2));
      assertThat(deployment.cap()).isEqualTo(AccessCap.of(Duration.ofHours(12)));
    }
  }

  @Test
  void anInstanceMayHaveAName() {
    try (var context = context(Map.of("lockbox.processor.instance", "processor-1"))) {
      assertThat(context.bean(ProcessorSettings.class).plan().instance()).contains("processor-1");
    }
  }

  @Test
  void everythingTheTopologyNeedsIsThere() {
    try (var context = context(Map.of())) {
      assertThat(LockboxTopology.topology(context.bean(Tasks.class))).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lockbox.pending-window, PT0.5S, pendingWindow must be from PT1S to PT720H",
    "lockbox.access-for, PT25H, accessFor must be from PT1S to PT24H",
    "lockbox.access-max, PT25H, accessMax must be from PT1S to PT24H",
    "lockbox.access-max, PT1H, 'accessMax must be at least accessFor, which is PT8H, was PT1H'",
    "lockbox.timers.resolution, PT0.099S, lockbox.timers.resolution must be from PT0.1S to PT1M",
    "lockbox.timers.unanswered-max, 0, lockbox.timers.unanswered-max must be from 1 to 100000",
    "lockbox.quarantine.full-per-minute, 0, lockbox.quarantine.full-per-minute must be from 1 to 100000",
    "lockbox.processor.threads, 0, threads must be from 1 to 64",
    "lockbox.processor.commit-interval, PT2S, commit-interval must be from PT0.001S to PT1S",
    "lockbox.processor.standbys, 4, standbys must be from 0 to 3"
  })
  void whatIsOutOfBoundsIsRefusedByName(String setting, String value, String message) {
    try (var context = context(Map.of(setting, value))) {
      assertThatThrownBy(() -> readAll(context)).hasStackTraceContaining(message);
    }
  }

  private static void readAll(ServiceContext context) {
    assertThat(context.bean(Tasks.class)).isNotNull();
    assertThat(context.bean(ProcessorSettings.class).plan()).isNotNull();
  }

  private ServiceContext context(Map<String, String> settings) {
    var all = new HashMap<String, Object>(settings);
    all.put("lockbox.data-dir", directory.toString());
    return ServiceContext.of(ProcessorService.NAME, all, Optional.empty());
  }
}
