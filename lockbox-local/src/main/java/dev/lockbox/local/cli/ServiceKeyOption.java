package dev.lockbox.local.cli;

import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.local.intake.JitService;
import dev.lockbox.local.signing.KeyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** By which key a command signs that publishes in a JIT service's place. */
final class ServiceKeyOption {
  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "The key of service demo-jit-service, where services must sign (default: that of the"
              + " local lockbox; elsewhere none).")
  private Optional<Path> key;

  /** A JIT service that signs, there. */
  JitService jit(ConnectionOptions where, Connection connection) {
    var file = key.or(() -> where.isSaid() ? Optional.empty() : kept(where));
    return new JitService(connection.kafka(), connection.formats(), file.map(this::read));
  }

  /** What the local lockbox made when it was started; older ones made none, and ask for none. */
  private static Optional<Path> kept(ConnectionOptions where) {
    return Optional.of(where.data().directory().jitServiceKey()).filter(Files::exists);
  }

  private SigningKey read(Path file) {
    return KeyFile.read(file).both();
  }
}
