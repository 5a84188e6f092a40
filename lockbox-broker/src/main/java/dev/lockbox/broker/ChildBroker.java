package dev.lockbox.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A broker in a child process, for whoever wants to kill or pause it. It ends with this process,
 * however this process ends.
 */
public final class ChildBroker implements AutoCloseable {

  private static final List<String> SMALL_JVM =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final long STOP_SECONDS_MAX = 30;

  private final Process process;
  private final String bootstrapServers;

  private ChildBroker(Process process, String bootstrapServers) {
    this.process = process;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts {@link BrokerMain} on {@code directory} in a JVM that is soon there and takes little.
   *
   * @throws BrokerFailed when it ended before it was ready; it has then said why on standard error
   */
  public static ChildBroker start(Path directory) {
    return start(directory, SMALL_JVM);
  }

  /**
   * Starts {@link BrokerMain} on {@code directory} with this JVM's class path and returns when it
   * answers clients; its standard error is ours.
   *
   * @param jvm options of Java's own
   * @throws BrokerFailed when it ended before it was ready; it has then said why on standard error
   */
  public static ChildBroker start(Path directory, List<String> jvm) {
    try {
      var process =
          new ProcessBuilder(command(directory, jvm)).redirectError(Redirect.INHERIT).start();
      var output = process.inputReader(UTF_8);
      var bootstrapServers = awaitReady(output, directory);
      keepReading(output);
      return new ChildBroker(process, bootstrapServers);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run a broker in " + directory, e);
    }
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Ends the broker at once, as a crash would, and returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Asks the broker to stop, and kills it when it does not within 30 seconds. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyEnded) {
      // nothing left to ask
    }
    awaitEnd();
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

  private static List<String> command(Path directory, List<String> jvm) {
    var command = new ArrayList<String>();
    command.add(ThisJava.executable());
    command.addAll(jvm);
    command.addAll(List.of("-cp", ThisJava.classPath()));
    command.addAll(List.of(BrokerMain.class.getName(), directory.toString()));
    return command;
  }

  /**
   * Reads to the ready line; Kafka's own start is bounded, so the output ends or the line comes.
   */
  private static String awaitReady(BufferedReader output, Path directory) throws IOException {
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(BrokerMain.READY)) {
        return line.substring(BrokerMain.READY.length());
      }
    }
    throw new BrokerFailed("the broker process in " + directory + " ended before it was ready");
  }

  /** A pipe nobody reads would fill with the child's log and stop it. */
  private static void keepReading(Reader output) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                output.transferTo(Writer.nullWriter());
              } catch (IOException ended) {
                // killing a child closes its pipes under the reader
              }
            });
  }
}
