package dev.lockbox.local.cli;

import dev.lockbox.local.intake.Gateway;
import dev.lockbox.local.signing.KeyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a command shows that tells something in a gateway's place. */
final class ReporterOptions {
  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "The key of whoever tells it, where reporters must sign (default: that of demo-gateway of"
              + " the local lockbox; elsewhere none).")
  private Optional<Path> key;

  /** A gateway that signs, there. */
  Gateway gateway(ConnectionOptions where, Connection connection) {
    var file = key.or(() -> where.isSaid() ? Optional.empty() : kept(where));
    return new Gateway(
        connection.kafka(), connection.formats(), file.map(own -> KeyFile.read(own).both()));
  }

  /** What the local lockbox made when it was started; older ones made none, and ask for none. */
  private static Optional<Path> kept(ConnectionOptions where) {
    return Optional.of(where.data().directory().gatewayKey()).filter(Files::exists);
  }
}
