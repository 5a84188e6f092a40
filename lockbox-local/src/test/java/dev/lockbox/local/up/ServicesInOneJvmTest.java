package dev.lockbox.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.broker.Loopback;
import dev.lockbox.local.data.DataDirectory;
import dev.lockbox.local.data.Endpoints;
import dev.lockbox.local.data.Ports;
import dev.lockbox.processor.ReporterSettings;
import dev.lockbox.processor.publisher.Publishers;
import dev.lockbox.service.ServiceContext;
import io.micronaut.inject.BeanDefinition;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All services on one class path in one JVM: each has its own beans and its own settings. */
class ServicesInOneJvmTest {
  private static final String OURS = "dev.lockbox.";
  private static final String FRAME = "dev.lockbox.service.";
  private static final Map<Service, String> ROOMS =
      Map.of(
          Service.PROCESSOR, "dev.lockbox.processor.",
          Service.API, "dev.lockbox.api.",
          Service.AUDIT_PROJECTOR, "dev.lockbox.audit.",
          Service.NOTIFIER, "dev.lockbox.notifier.",
          Service.GRANT_ADAPTER, "dev.lockbox.adapter.");

  @TempDir Path directory;
  private LocalSettings local;
  private final Map<Service, ServiceContext> contexts = new EnumMap<>(Service.class);

  @BeforeEach
  void makeAll() {
    var data = new DataDirectory(directory);
    var ports = Ports.keptIn(directory.resolve("ports.properties"), Optional.empty());
    var settings = new LocalSettings(data, ports, endpoints(data), Optional.empty());
    local = settings;
    for (var service : Service.values()) {
      contexts.put(
          service, ServiceContext.of(service.title(), settings.of(service), Optional.empty()));
    }
  }

  @AfterEach
  void closeAll() {
    contexts.values().forEach(ServiceContext::close);
  }

  /** The demo's, and the grant adapter where one runs, under whatever name. */
  @Test
  void whoPublishesHereMustSign() {
    assertThat(publishers(local)).isEqualTo(1);
    assertThat(reporters(local)).isEqualTo(1);
    var adapting =
        new LocalSettings(
            local.data(), local.ports(), local.endpoints(), Optional.of("Directory.1"));
    assertThat(publishers(adapting)).isEqualTo(2);
    assertThat(reporters(adapting)).isEqualTo(2);
    assertThat(adapting.of(Service.GRANT_ADAPTER)).containsKey("lockbox.adapter.key-file");
  }

  private static int publishers(LocalSettings settings) {
    var processor = settings.of(Service.PROCESSOR);
    try (var context = ServiceContext.of(Service.PROCESSOR.title(), processor, Optional.empty())) {
      return context.bean(Publishers.class).count();
    }
  }

  private static int reporters(LocalSettings settings) {
    var processor = settings.of(Service.PROCESSOR);
    try (var context = ServiceContext.of(Service.PROCESSOR.title(), processor, Optional.empty())) {
      return context.bean(ReporterSettings.class).reporters().count();
    }
  }

  @Test
  void noServiceSeesAnothersBeans() {
    contexts.forEach(
        (service, context) ->
            assertThat(beansOfOurs(context))
                .as("beans of %s", service)
                .allMatch(bean -> bean.startsWith(FRAME) || bean.startsWith(ROOMS.get(service))));
  }

  @Test
  void everyServiceHasTheFrame() {
    contexts.forEach(
        (service, context) ->
            assertThat(beansOfOurs(context))
                .as("beans of %s", service)
                .contains("dev.lockbox.service.Vitals"));
  }

  @Test
  void everyServiceReadsTheSettingsOfItsOwnName() {
    contexts.forEach(
        (service, context) ->
            assertThat(context.beans().getProperty(ServiceContext.NAME, String.class))
                .contains(service.title()));
    assertThat(contexts.get(Service.PROCESSOR).beans().containsProperty("lockbox.pending-window"))
        .isTrue();
    assertThat(contexts.get(Service.NOTIFIER).beans().containsProperty("lockbox.pending-window"))
        .isFalse();
  }

  @Test
  void theGrantAdapterRunsOnlyWhereATargetIsNamed() throws IOException {
    var named = directory.resolve("named.yml");
    Files.writeString(named, "lockbox.adapter.target.url: https://target.provider.example");
    for (var service : Service.values()) {
      assertThat(service.isWanted(local.of(service), Optional.empty()))
          .as("%s", service)
          .isEqualTo(service != Service.GRANT_ADAPTER);
      assertThat(service.isWanted(local.of(service), Optional.of(named))).isTrue();
    }
  }

  private static List<String> beansOfOurs(ServiceContext context) {
    return context.beans().getAllBeanDefinitions().stream()
        .map(ServicesInOneJvmTest::maker)
        .filter(name -> name.startsWith(OURS))
        .sorted()
        .toList();
  }

  /** A bean is its own, or that of the factory that makes it, of whatever type it is. */
  private static String maker(BeanDefinition<?> bean) {
    return bean.getDeclaringType().map(Class::getName).orElse(bean.getBeanType().getName());
  }

  private static Endpoints endpoints(DataDirectory data) {
    return new Endpoints(
        URI.create("http://127.0.0.1:1"),
        URI.create("http://127.0.0.1:1/portal"),
        Loopback.address(1),
        URI.create("http://127.0.0.1:2"),
        URI.create("http://127.0.0.1:3/lockbox"),
        Loopback.address(4),
        data.mail().toString(),
        URI.create("http://127.0.0.1:5"));
  }
}
