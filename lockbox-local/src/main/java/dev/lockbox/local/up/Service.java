package dev.lockbox.local.up;

import dev.lockbox.adapter.GrantAdapterService;
import dev.lockbox.api.ApiService;
import dev.lockbox.audit.AuditService;
import dev.lockbox.local.data.Ports.Listener;
import dev.lockbox.notifier.NotifierService;
import dev.lockbox.processor.ProcessorService;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The services, by the names that are also those of their settings. */
public enum Service {
  PROCESSOR(
      ProcessorService.NAME,
      Listener.PROCESSOR,
      (overrides, config) -> ProcessorService.start(overrides, config)::close),
  AUDIT_PROJECTOR(
      AuditService.NAME,
      Listener.AUDIT_PROJECTOR,
      (overrides, config) -> AuditService.start(overrides, config)::close),
  NOTIFIER(
      NotifierService.NAME,
      Listener.NOTIFIER,
      (overrides, config) -> NotifierService.start(overrides, config)::close),
  GRANT_ADAPTER(
      GrantAdapterService.NAME,
      Listener.GRANT_ADAPTER,
      (overrides, config) -> GrantAdapterService.start(overrides, config)::close) {
    @Override
    boolean isWanted(Map<String, Object> overrides, Optional<Path> config) {
      return GrantAdapterService.isConfigured(overrides, config);
    }
  },
  API(
      ApiService.NAME,
      Listener.API,
      (overrides, config) -> ApiService.start(overrides, config)::close);

  private final String title;
  private final Listener listener;
  private final Starter starter;

  /** A service that runs until it is closed. */
  @FunctionalInterface
  public interface Running extends AutoCloseable {
    @Override
    void close();
  }

  @FunctionalInterface
  private interface Starter {
    Running start(Map<String, Object> overrides, Optional<Path> config);
  }

  Service(String title, Listener listener, Starter starter) {
    this.title = title;
    this.listener = listener;
    this.starter = starter;
  }

  /** As the command line and the settings call it. */
  public String title() {
    return title;
  }

  /** Which of the ports is its. */
  Listener listener() {
    return listener;
  }

  /** Whether it has anything to do here; what of its settings says so is the service's to know. */
  boolean isWanted(Map<String, Object> overrides, Optional<Path> config) {
    return true;
  }

  public static Optional<Service> named(String title) {
    return Arrays.stream(values()).filter(service -> service.title.equals(title)).findFirst();
  }

  /**
   * Starts it.
   *
   * @param overrides settings that win over all others
   * @param config settings in YAML; empty for none
   */
  public Running start(Map<String, Object> overrides, Optional<Path> config) {
    return starter.start(overrides, config);
  }

  @Override
  public String toString() {
    return title;
  }
}
