package dev.lockbox.local.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.lockbox.events.signing.Publication;
import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.local.intake.JitService;
import dev.lockbox.local.signing.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command shows that publishes in a JIT service's place. */
final class ServiceOptions {
  private static final Path TYPED = Path.of("-");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "The key of service demo-jit-service, where services must sign (default: that of the"
              + " local lockbox; elsewhere none).")
  private Optional<Path> key;

  @Option(
      names = "--assertion",
      paramLabel = "FILE",
      description =
          "A token by which the engineer says so too, where the provider asks for one. With - it is"
              + " typed, once the record's nonce is shown, to which it may have to be bound.")
  private Optional<Path> assertion;

  /** A JIT service that signs, there. */
  JitService jit(ConnectionOptions where, Connection connection) {
    var file = key.or(() -> where.isSaid() ? Optional.empty() : kept(where));
    return new JitService(
        connection.kafka(),
        connection.formats(),
        file.map(ServiceOptions::key),
        assertion.map(this::asked));
  }

  /** What the local lockbox made when it was started; older ones made none, and ask for none. */
  private static Optional<Path> kept(ConnectionOptions where) {
    return Optional.of(where.data().directory().jitServiceKey()).filter(Files::exists);
  }

  private static SigningKey key(Path file) {
    return KeyFile.read(file).both();
  }

  private Function<Publication, String> asked(Path file) {
    if (file.equals(TYPED)) {
      return this::typed;
    }
    var token = token(file);
    return any -> token;
  }

  /** The record is made by now, down to its bytes, so a token can be bound to it. */
  private String typed(Publication publication) {
    var err = spec.commandLine().getErr();
    err.println("nonce: " + publication.asserted());
    err.print("Type the engineer's token, made for this nonce where it must be bound: ");
    err.flush();
    return Keyboard.line()
        .filter(token -> !token.isEmpty())
        .orElseThrow(() -> new Refused("no token was typed; nothing is published"));
  }

  private static String token(Path file) {
    try {
      return Files.readString(file, US_ASCII).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the token in " + file, e);
    }
  }
}
