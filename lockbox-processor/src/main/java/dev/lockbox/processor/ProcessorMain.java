package dev.lockbox.processor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** {@code lockbox-processor [--config FILE]}: runs until it is told to stop. */
public final class ProcessorMain {
  private static final int USAGE = 2;

  private ProcessorMain() {}

  public static void main(String[] args) throws InterruptedException {
    var given = List.of(args);
    if (!given.isEmpty() && !(given.size() == 2 && given.getFirst().equals("--config"))) {
      System.err.println("usage: lockbox-processor [--config FILE]");
      System.exit(USAGE);
    }
    var config = given.isEmpty() ? Optional.<Path>empty() : Optional.of(Path.of(given.getLast()));
    var service = ProcessorService.start(Map.of(), config);
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
    new CountDownLatch(1).await();
  }
}
