package dev.lockbox.broker;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A broker as a process of its own: {@code java -cp … dev.lockbox.broker.BrokerMain DIRECTORY}.
 * Prints {@code bootstrap.servers=HOST:PORT} when it answers clients, and stops when its standard
 * input ends. Exit status: 0 stopped, 1 refused, 2 wrong usage.
 */
public final class BrokerMain {

  static final String READY = "bootstrap.servers=";

  private static final int REFUSED = 1;
  private static final int USAGE = 2;

  private BrokerMain() {}

  public static void main(String[] arguments) throws IOException {
    Thread.currentThread().setUncaughtExceptionHandler(BrokerMain::halt);
    if (arguments.length != 1) {
      end(USAGE, "usage: BrokerMain DIRECTORY");
    }
    try {
      run(Path.of(arguments[0]));
    } catch (DirectoryInUse | PortTaken | BrokerFailed refused) {
      end(REFUSED, refused.getMessage());
    }
    System.exit(0); // Kafka leaves threads behind that would hold the process
  }

  private static void run(Path directory) throws IOException {
    try (var broker = LocalBroker.start(BrokerSettings.in(directory))) {
      System.out.println(READY + broker.bootstrapServers());
      while (System.in.read() >= 0) {
        // what is written to us means nothing; only the end does
      }
    }
  }

  /** Threads of a half-started Kafka would otherwise keep the process, and its directory. */
  private static void halt(Thread thread, Throwable failure) {
    failure.printStackTrace();
    Runtime.getRuntime().halt(REFUSED);
  }

  private static void end(int status, @Nullable String why) {
    System.err.println(why);
    System.exit(status);
  }
}
