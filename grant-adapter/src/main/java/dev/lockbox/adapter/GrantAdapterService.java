package dev.lockbox.adapter;

import dev.lockbox.events.topic.Topic;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.ServiceContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The grant adapter, from its start to its end. */
public final class GrantAdapterService implements AutoCloseable {
  /** The service's name, and that of its settings. */
  public static final String NAME = "grant-adapter";

  private static final List<Topic> WRITTEN = List.of(Topics.ACTIVITY, Topics.REQUESTS);

  private final ServiceContext context;
  private final Plant plant;

  private GrantAdapterService(ServiceContext context, Plant plant) {
    this.context = context;
    this.plant = plant;
  }

  /**
   * Starts it; from then on {@code /health} says whether it runs.
   *
   * @param overrides settings that win over all others
   * @param config settings in YAML; empty for none
   * @throws dev.lockbox.events.admin.UnsafeDeployment naming everything that is not as it must be
   */
  public static GrantAdapterService start(Map<String, Object> overrides, Optional<Path> config) {
    var context = ServiceContext.of(NAME, overrides, config);
    var started = false;
    try {
      var service = new GrantAdapterService(context, run(context));
      started = true;
      return service;
    } finally {
      if (!started) {
        context.close();
      }
    }
  }

  /** Whether its settings name a target; without one it does not start. */
  public static boolean isConfigured(Map<String, Object> overrides, Optional<Path> config) {
    try (var context = ServiceContext.of(NAME, overrides, config)) {
      return Targets.isNamed(context);
    }
  }

  /** The name under which it publishes; empty where its settings name no target. */
  public static Optional<String> publishesAs(Map<String, Object> overrides, Optional<Path> config) {
    try (var context = ServiceContext.of(NAME, overrides, config)) {
      return Targets.isNamed(context)
          ? Optional.of(context.bean(AdapterSettings.class).point())
          : Optional.empty();
    }
  }

  /** Wrong settings are refused before anything is opened. */
  private static Plant run(ServiceContext context) {
    var plan = Plant.plan(context);
    context.open(WRITTEN);
    var plant = plan.open();
    context.started();
    return plant;
  }

  /** Where health and metrics answer. */
  public int port() {
    return context.port();
  }

  /** Every bean of this service, for a test that lists them. */
  public ServiceContext context() {
    return context;
  }

  /** First whoever waits for the registry is let go, or the reader could not stop. */
  @Override
  public void close() {
    context.bean(RegistryPatience.class).close();
    plant.close();
    context.close();
  }
}
