package dev.lockbox.broker.registry;

import dev.lockbox.broker.KeptProperties;
import dev.lockbox.broker.Loopback;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a registry's directory remembers of it: its port for ever, its process while there is one.
 *
 * @param port where it answers; the same at every start
 * @param process the one started last; empty when it was seen to end
 */
record RegistryNote(int port, Optional<Noted> process) {

  private static final String FILE = "registry.properties";
  private static final String PORT = "port";
  private static final String PID = "process.id";
  private static final String STARTED = "process.started";

  /** A process id alone may be another process's by now; with its start it is not. */
  record Noted(long pid, Instant started) {}

  /**
   * The note in {@code directory}; on first use a new one with a free port, written by nobody yet.
   */
  static RegistryNote readFrom(Path directory) {
    var kept = new KeptProperties(directory.resolve(FILE));
    return kept.read()
        .map(found -> new RegistryNote(port(kept, found), process(found)))
        .orElseGet(() -> new RegistryNote(Loopback.freePort(), Optional.empty()));
  }

  RegistryNote withoutProcess() {
    return new RegistryNote(port, Optional.empty());
  }

  RegistryNote with(ProcessHandle running) {
    return new RegistryNote(
        port, running.info().startInstant().map(started -> new Noted(running.pid(), started)));
  }

  void writeTo(Path directory) {
    var file = new KeptProperties(directory.resolve(FILE));
    file.write(
        process
            .map(
                noted ->
                    Map.of(
                        PORT, Integer.toString(port),
                        PID, Long.toString(noted.pid),
                        STARTED, noted.started.toString()))
            .orElseGet(() -> Map.of(PORT, Integer.toString(port))));
  }

  private static int port(KeptProperties kept, Properties found) {
    return Integer.parseInt(kept.required(found, PORT));
  }

  private static Optional<Noted> process(Properties found) {
    return Optional.ofNullable(found.getProperty(PID))
        .flatMap(
            pid ->
                Optional.ofNullable(found.getProperty(STARTED))
                    .map(started -> new Noted(Long.parseLong(pid), Instant.parse(started))));
  }
}
