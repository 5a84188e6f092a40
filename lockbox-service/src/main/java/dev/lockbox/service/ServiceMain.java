package dev.lockbox.service;

import dev.lockbox.events.admin.UnsafeDeployment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** What every service's {@code main} does: start, and stay until it is told to stop. */
public final class ServiceMain {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private ServiceMain() {}

  /**
   * Ends the process with status 2 when the arguments are wrong, and with 1 when the deployment is
   * not as it must be.
   *
   * @param name for the line that says how to call it
   * @param args none, or {@code --config FILE}
   * @param start starts the service with settings from a file, or none; returns how to stop it
   */
  public static void run(String name, String[] args, Function<Optional<Path>, Runnable> start)
      throws InterruptedException {
    var given = List.of(args);
    if (!given.isEmpty() && !(given.size() == 2 && given.getFirst().equals("--config"))) {
      System.err.printf("usage: %s [--config FILE]%n", name);
      System.exit(USAGE);
    }
    var config = given.isEmpty() ? Optional.<Path>empty() : Optional.of(Path.of(given.getLast()));
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(start.apply(config), "stop"));
    } catch (UnsafeDeployment unsafe) {
      System.err.printf("%s: %s%n", name, unsafe.getMessage());
      System.exit(FAILED);
    }
    new CountDownLatch(1).await();
  }
}
