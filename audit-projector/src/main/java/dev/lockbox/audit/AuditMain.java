package dev.lockbox.audit;

import dev.lockbox.service.ServiceMain;
import java.util.Map;

/** {@code audit-projector [--config FILE]}: runs until it is told to stop. */
public final class AuditMain {
  private AuditMain() {}

  public static void main(String[] args) throws InterruptedException {
    ServiceMain.run("audit-projector", args, config -> AuditService.start(Map.of(), config)::close);
  }
}
