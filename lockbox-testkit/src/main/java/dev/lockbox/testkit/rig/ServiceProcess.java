package dev.lockbox.testkit.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.broker.ThisJava;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A service in a process of its own, for whoever wants to kill it; ends with this JVM's shutdown.
 */
public final class ServiceProcess implements AutoCloseable {
  private static final List<String> SMALL_JVM =
      List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final long STOP_SECONDS_MAX = 60;
  private static final int OK = 200;
  private static final int PRINTED_CHARS_MAX = 4000;

  private final Process process;
  private final int port;
  private final Path log;
  private final Thread reaper;
  private final HttpClient http = HttpClient.newHttpClient();

  private ServiceProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
    this.reaper = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  /**
   * Starts it with this JVM's class path and returns at once; see {@link #isWell}.
   *
   * @param main class with a {@code main} that takes {@code --config FILE}
   * @param settings by their full names
   * @param directory of this process alone; holds its settings and what it prints
   * @param port where it shall answer
   */
  public static ServiceProcess start(
      String main, Map<String, Object> settings, Path directory, int port) {
    try {
      Files.createDirectories(directory);
      var config = Files.writeString(directory.resolve("config.yml"), yaml(settings, port), UTF_8);
      var log = directory.resolve("output.log");
      var command = new ArrayList<String>(List.of(ThisJava.executable()));
      command.addAll(SMALL_JVM);
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(main, "--config", config.toString()));
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new ServiceProcess(process, port, log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run %s in %s".formatted(main, directory), e);
    }
  }

  public int port() {
    return port;
  }

  /**
   * Whether it says of itself that all is well.
   *
   * @throws IllegalStateException when it has ended, with what it printed last
   */
  public boolean isWell() {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "the service ended with status %d:%n%s".formatted(process.exitValue(), printed()));
    }
    var health = URI.create("http://127.0.0.1:%d/health".formatted(port));
    var get = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
    try {
      return http.send(get, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What it printed, at most the last 4000 characters. */
  public String printed() {
    try {
      var all = Files.readString(log, UTF_8);
      return all.substring(Math.max(0, all.length() - PRINTED_CHARS_MAX));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
  }

  /** Ends it at once, as a crash would (SIGKILL), and returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Asks it to stop (SIGTERM), and kills it when it does not within a minute. */
  @Override
  public void close() {
    process.destroy();
    awaitEnd();
    Runtime.getRuntime().removeShutdownHook(reaper);
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Flat names are YAML enough: the settings know no nesting but in their names. */
  private static String yaml(Map<String, Object> settings, int port) {
    var all = new TreeMap<>(settings);
    all.put("micronaut.server.port", port);
    return all.entrySet().stream()
        .map(entry -> "%s: %s%n".formatted(entry.getKey(), value(entry.getValue())))
        .collect(Collectors.joining());
  }

  private static String value(Object value) {
    return switch (value) {
      case List<?> many ->
          many.stream().map(ServiceProcess::value).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> parts ->
          parts.entrySet().stream()
              .map(part -> "%s: %s".formatted(part.getKey(), value(part.getValue())))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> "\"%s\"".formatted(String.valueOf(value).replace("\n", "\\n"));
    };
  }
}
