package dev.lockbox.local.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.broker.ThisJava;
import dev.lockbox.broker.registry.ApicurioHome;
import dev.lockbox.local.cli.LockboxCommand;
import dev.lockbox.local.data.DataDirectory;
import dev.lockbox.local.data.Endpoints;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** {@code lockbox up} as a process of its own, which can be asked to stop, and killed. */
final class UpProcess {
  private static final long READY_MINUTES_MAX = 4;
  private static final long STOP_MINUTES_MAX = 2;

  private final Process process;
  private final DataDirectory data;
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());

  private UpProcess(Process process, DataDirectory data) {
    this.process = process;
    this.data = data;
  }

  /** Started, and not awaited. */
  static UpProcess begin(DataDirectory data, Map<String, String> environment) throws IOException {
    var builder =
        new ProcessBuilder(
                ThisJava.executable(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-D%s=%s".formatted(ApicurioHome.PROPERTY, ApicurioHome.find().path()),
                "-cp",
                System.getProperty("java.class.path"),
                LockboxCommand.class.getName(),
                "up",
                "--data",
                data.toString())
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    var up = new UpProcess(builder.start(), data);
    Thread.ofVirtual().start(up::listen);
    return up;
  }

  /** Returns when it says that it is ready. */
  static UpProcess start(DataDirectory data, Map<String, String> environment) throws IOException {
    var up = begin(data, environment);
    Awaitility.await("lockbox up")
        .atMost(READY_MINUTES_MAX, TimeUnit.MINUTES)
        .failFast("ended before it was ready", () -> !up.process.isAlive())
        .until(() -> up.hasSaid("Lockbox is ready") && data.endpoints().toFile().exists());
    return up;
  }

  Endpoints endpoints() {
    return Endpoints.of(data);
  }

  boolean hasSaid(String words) {
    return said().contains(words);
  }

  String said() {
    synchronized (said) {
      return String.join("\n", said);
    }
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** As Ctrl-C or a service manager would; returns the exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(STOP_MINUTES_MAX, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("did not end: " + said());
    }
    return process.exitValue();
  }

  /** At once, as a crash would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private void listen() {
    try (var lines = new BufferedReader(process.inputReader(UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
      }
    } catch (IOException killed) {
      if (process.isAlive()) {
        throw new UncheckedIOException(killed);
      }
    }
  }
}
