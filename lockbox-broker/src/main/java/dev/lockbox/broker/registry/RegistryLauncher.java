package dev.lockbox.broker.registry;

import dev.lockbox.broker.Loopback;
import dev.lockbox.broker.ThisJava;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts one process of the registry server. */
record RegistryLauncher(RegistrySettings settings, int port) {

  static final String LOG_FILE = "registry.log";

  /** Looked at when a process starts, so a log may grow beyond it while one runs. */
  private static final long LOG_BYTES_MAX = 10_000_000;

  /** The server's own journal waits this long for more records before it answers a write. */
  private static final int JOURNAL_POLL_MILLIS = 200;

  private static final List<String> SMALL_JVM =
      List.of(
          "-Xmx384m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          // what the runner's manifest asks for, which only `java -jar` reads
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED");

  /** Ctrl-C reaches every process of the terminal; the registry is to be ended by its parent. */
  private static final List<String> DEAF_TO_INTERRUPTS =
      List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh");

  /** The process, started and not yet ready; {@code managementPort} answers for its health. */
  Process launch(int managementPort) {
    var log = settings.directory().resolve(LOG_FILE);
    try {
      setAsideWhenLong(log);
      return new ProcessBuilder(command(managementPort))
          .directory(settings.directory().toFile())
          .redirectErrorStream(true)
          .redirectOutput(Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run a schema registry in " + settings.directory(), e);
    }
  }

  /** One earlier log is kept beside it. */
  private static void setAsideWhenLong(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
      Files.move(log, log.resolveSibling(LOG_FILE + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private List<String> command(int managementPort) throws IOException {
    var command = new ArrayList<String>();
    if (File.separatorChar == '/') {
      command.addAll(DEAF_TO_INTERRUPTS);
    }
    command.add(ThisJava.executable());
    command.addAll(SMALL_JVM);
    command.addAll(serverProperties(managementPort));
    command.addAll(List.of("-cp", settings.home().runner() + File.pathSeparator + childClasses()));
    command.add(RegistryChild.class.getName());
    return command;
  }

  private List<String> serverProperties(int managementPort) {
    return Stream.of(
            "quarkus.http.host=" + Loopback.HOST,
            "quarkus.http.port=" + port,
            "quarkus.management.host=" + Loopback.HOST, // everywhere, unless told
            "quarkus.management.port=" + managementPort,
            "quarkus.log.level=WARN",
            "quarkus.log.category.\"io.apicurio\".level=WARN",
            "quarkus.http.access-log.enabled=false",
            "apicurio.datasource.jdbc.initial-size=1",
            "apicurio.datasource.jdbc.min-size=1",
            "apicurio.storage.kind=kafkasql",
            "apicurio.kafkasql.bootstrap.servers=" + settings.bootstrapServers(),
            "apicurio.kafkasql.consumer.poll.timeout=" + JOURNAL_POLL_MILLIS)
        .map(property -> "-D" + property)
        .toList();
  }

  /**
   * A directory with {@link RegistryChild} and nothing else: this module's jar, or whatever it was
   * packed into, may carry classes and settings that are not the server's.
   */
  private Path childClasses() throws IOException {
    var classes = settings.directory().resolve("child-classes");
    var name = RegistryChild.class.getName().replace('.', '/') + ".class";
    var target = classes.resolve(name);
    Files.createDirectories(target.getParent());
    try (var source = RegistryChild.class.getResourceAsStream("/" + name)) {
      if (source == null) {
        throw new IOException("class file not found: " + name);
      }
      Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return classes;
  }
}
