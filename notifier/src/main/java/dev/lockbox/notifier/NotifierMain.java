package dev.lockbox.notifier;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** {@code notifier [--config FILE]}: runs until it is told to stop. */
public final class NotifierMain {
  private static final int USAGE = 2;

  private NotifierMain() {}

  public static void main(String[] args) throws InterruptedException {
    var given = List.of(args);
    if (!given.isEmpty() && !(given.size() == 2 && given.getFirst().equals("--config"))) {
      System.err.println("usage: notifier [--config FILE]");
      System.exit(USAGE);
    }
    var config = given.isEmpty() ? Optional.<Path>empty() : Optional.of(Path.of(given.getLast()));
    var service = NotifierService.start(Map.of(), config);
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
    new CountDownLatch(1).await();
  }
}
