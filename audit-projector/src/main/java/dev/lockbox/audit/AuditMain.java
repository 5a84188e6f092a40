package dev.lockbox.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** {@code audit-projector [--config FILE]}: runs until it is told to stop. */
public final class AuditMain {
  private static final int USAGE = 2;

  private AuditMain() {}

  public static void main(String[] args) throws InterruptedException {
    var given = List.of(args);
    if (!given.isEmpty() && !(given.size() == 2 && given.getFirst().equals("--config"))) {
      System.err.println("usage: audit-projector [--config FILE]");
      System.exit(USAGE);
    }
    var config = given.isEmpty() ? Optional.<Path>empty() : Optional.of(Path.of(given.getLast()));
    var service = AuditService.start(Map.of(), config);
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
    new CountDownLatch(1).await();
  }
}
