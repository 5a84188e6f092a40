package dev.lockbox.local.up;

import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.processor.ProcessorService;
import dev.lockbox.service.ServiceContext;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the provider sets for all customers, as the processor reads it. */
public final class DeploymentDocument {
  private DeploymentDocument() {}

  /**
   * @param config the processor's settings; empty for what holds where nothing is set
   * @throws RuntimeException naming what is not understood, as the processor would
   */
  public static Deployment read(Optional<Path> config) {
    try (var context = ServiceContext.of(ProcessorService.NAME, Map.of(), config)) {
      return context.bean(Deployment.class);
    }
  }
}
