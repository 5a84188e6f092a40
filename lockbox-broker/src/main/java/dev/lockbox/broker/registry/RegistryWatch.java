package dev.lockbox.broker.registry;

import dev.lockbox.broker.Loopback;
import dev.lockbox.broker.registry.RegistryHealth.Failed;
import dev.lockbox.broker.registry.RegistryHealth.Restarting;
import dev.lockbox.broker.registry.RegistryHealth.Running;
import dev.lockbox.broker.registry.RegistryHealth.Starting;
import dev.lockbox.broker.registry.RegistryHealth.Stopped;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps one registry process running: starts it, waits for it, starts it again. Its own thread. */
final class RegistryWatch implements Runnable {

  private static final long STOP_SECONDS_MAX = 10;

  private final RegistrySettings settings;
  private final RegistryNote note;
  private final URI url;
  private final RestartPolicy granted;
  private final RegistryLauncher launcher;
  private final Readiness readiness;
  private final CountDownLatch settled = new CountDownLatch(1);
  private volatile RegistryHealth health = new Starting();
  private volatile boolean stopping;

  RegistryWatch(RegistrySettings settings, RegistryNote note, URI url, RestartPolicy restarts) {
    this.settings = settings;
    this.note = note;
    this.url = url;
    this.granted = restarts;
    this.launcher = new RegistryLauncher(settings, note.port());
    this.readiness = new Readiness(settings.readyWithin(), settings.progress());
  }

  RegistryHealth health() {
    return health;
  }

  /** Returns when the registry ran for the first time, failed, or was stopped. */
  RegistryHealth awaitSettled() throws InterruptedException {
    settled.await();
    return health();
  }

  /** Ends the process and with it {@link #run}; {@code runner} is the thread that is in it. */
  void stop(Thread runner) {
    stopping = true;
    runner.interrupt();
  }

  /** Runs until the registry fails for good or is stopped. */
  @Override
  public void run() {
    try {
      keepRunning();
    } catch (InterruptedException interrupted) {
      health = new Stopped();
    } catch (UncheckedIOException | IllegalStateException broken) {
      if (stopping) { // an interrupt breaks off file access, too
        health = new Stopped();
      } else {
        fail("the schema registry cannot be run: " + broken.getMessage());
      }
    } finally {
      settled.countDown();
    }
  }

  private void keepRunning() throws InterruptedException {
    var restarts = granted;
    while (true) {
      var life = oneLife();
      restarts = restarts.afterRunning(life.ran());
      var pause = restarts.pause();
      if (pause.isEmpty()) {
        fail("%s; gave up after %d restarts".formatted(life.end(), RestartPolicy.RESTARTS_MAX));
        return;
      }
      health = new Restarting(restarts.used(), pause.get(), life.end());
      settings.progress().accept(life.end() + "; starting it again");
      TimeUnit.MILLISECONDS.sleep(pause.get().toMillis());
    }
  }

  /** How long a process answered, and how it ended. */
  private record Life(Duration ran, String end) {}

  private Life oneLife() throws InterruptedException {
    health = new Starting();
    int managementPort = Loopback.freePort();
    var process = launcher.launch(managementPort);
    try {
      note.with(process.toHandle()).writeTo(settings.directory());
      return switch (readiness.await(process, managementPort, url)) {
        case READY -> liveOn(process);
        case ENDED -> new Life(Duration.ZERO, ended(process));
        case TOO_LATE ->
            new Life(
                Duration.ZERO,
                "the schema registry was not ready within %d s, see %s"
                    .formatted(settings.readyWithin().toSeconds(), logFile()));
      };
    } finally {
      end(process);
    }
  }

  private Life liveOn(Process process) throws InterruptedException {
    var began = Instant.now();
    health = new Running(process.pid());
    settled.countDown();
    process.waitFor();
    return new Life(Duration.between(began, Instant.now()), ended(process));
  }

  private String ended(Process process) {
    return "the schema registry ended with status %d, see %s"
        .formatted(process.exitValue(), logFile());
  }

  private Path logFile() {
    return settings.directory().resolve(RegistryLauncher.LOG_FILE);
  }

  private void fail(String why) {
    health = new Failed(why);
    settings.progress().accept(why);
  }

  /** Also when interrupted: nothing of ours is left running. */
  private void end(Process process) {
    process.destroy();
    var interrupted = Thread.interrupted();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly().onExit().join();
      }
    } catch (InterruptedException again) {
      process.destroyForcibly();
      interrupted = true;
    }
    note.withoutProcess().writeTo(settings.directory());
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
