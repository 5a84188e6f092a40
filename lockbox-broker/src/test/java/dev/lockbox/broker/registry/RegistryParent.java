package dev.lockbox.broker.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.broker.ThisJava;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/** A process that owns a registry and is there to be killed. */
public final class RegistryParent {

  private static final String STARTED = "started";

  private RegistryParent() {}

  public static void main(String[] arguments) throws IOException {
    var settings =
        RegistrySettings.of(Path.of(arguments[0]), ApicurioHome.find(), arguments[1])
            .reportingTo(System.err::println);
    LocalRegistry.start(settings);
    System.out.println(STARTED);
    System.in.read();
  }

  /** Returns when the registry's process is being started. */
  static Process start(Path directory, String bootstrapServers) throws IOException {
    var process =
        new ProcessBuilder(
                ThisJava.executable(),
                "-D" + ApicurioHome.PROPERTY + "=" + ApicurioHome.find().path(),
                "-cp",
                System.getProperty("java.class.path"),
                RegistryParent.class.getName(),
                directory.toString(),
                bootstrapServers)
            .redirectError(Redirect.INHERIT)
            .start();
    if (!STARTED.equals(process.inputReader(UTF_8).readLine())) {
      throw new IllegalStateException("the registry's parent did not start");
    }
    return process;
  }
}
