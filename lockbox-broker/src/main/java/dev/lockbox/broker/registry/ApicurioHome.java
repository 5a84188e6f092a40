package dev.lockbox.broker.registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An unpacked distribution of the registry server.
 *
 * @param path the directory that holds {@code quarkus-run.jar}
 */
public record ApicurioHome(Path path) {

  /** System property that names the directory. */
  public static final String PROPERTY = "lockbox.apicurio.home";

  /** Environment variable that names it where the property does not. */
  public static final String VARIABLE = "LOCKBOX_APICURIO_HOME";

  private static final String RUNNER = "quarkus-run.jar";

  /** Refuses a directory that holds no distribution. */
  public ApicurioHome {
    path = path.toAbsolutePath().normalize();
    if (!Files.isRegularFile(path.resolve(RUNNER))) {
      throw new ApicurioMissing("there is no %s in %s".formatted(RUNNER, path));
    }
  }

  /** The distribution named by {@link #PROPERTY}, or else by {@link #VARIABLE}. */
  public static ApicurioHome find() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
        .map(named -> new ApicurioHome(Path.of(named)))
        .orElseThrow(
            () -> new ApicurioMissing("neither %s nor %s is set".formatted(PROPERTY, VARIABLE)));
  }

  Path runner() {
    return path.resolve(RUNNER);
  }
}
