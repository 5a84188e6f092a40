package dev.lockbox.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.client.ApiClient;
import dev.lockbox.local.client.Requests;
import dev.lockbox.local.data.Endpoints;
import dev.lockbox.local.intake.Documents;
import dev.lockbox.local.issuer.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Who calls the API: one of the two, or the environment says.
 *
 * @param person of the demo; the local issuer gives their token
 * @param tokenFile holds an access token
 */
record Caller(Optional<String> person, Optional<Path> tokenFile) {
  static final String TOKEN_VARIABLE = "LOCKBOX_TOKEN";

  /**
   * The requests of a customer, as they read and decide them.
   *
   * @param api its base; empty for the local lockbox's
   */
  Requests requests(TenantId tenant, Optional<URI> api, DataOption data, CommandLine commandLine)
      throws InterruptedException {
    var at = api.orElseGet(() -> Endpoints.of(data.directory()).api());
    var token = token(data, commandLine);
    return new Requests(Documents.checked("--api", () -> new ApiClient(at, token)), tenant.value());
  }

  private String token(DataOption data, CommandLine commandLine) throws InterruptedException {
    if (person.isPresent()) {
      return new Tokens(Endpoints.of(data.directory()).issuer()).of(person.get());
    }
    return tokenFile
        .map(Caller::read)
        .or(() -> Optional.ofNullable(System.getenv(TOKEN_VARIABLE)))
        .map(String::strip)
        .filter(token -> !token.isEmpty())
        .orElseThrow(
            () ->
                new ParameterException(
                    commandLine,
                    "say who asks: --as NAME, --token-file FILE, or " + TOKEN_VARIABLE));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the token in " + file, e);
    }
  }
}
