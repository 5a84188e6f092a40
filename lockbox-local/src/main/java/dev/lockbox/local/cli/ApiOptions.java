package dev.lockbox.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whose requests are meant, at which API, who asks, and how it is printed. */
final class ApiOptions {
  private static final String TOKEN_VARIABLE = "LOCKBOX_TOKEN";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private DataOption data;

  @Option(names = "--tenant", paramLabel = "ID", required = true, description = "Whose data.")
  private String tenant;

  @Option(
      names = "--api",
      paramLabel = "URL",
      description = "Base of the API (default: the local lockbox's).")
  private Optional<URI> api;

  @ArgGroup private Who who = new Who();

  @Option(
      names = "--output",
      paramLabel = "table|json",
      defaultValue = "TABLE",
      description = "How it is printed (default: table).")
  private Output output;

  /** How an answer is printed. */
  enum Output {
    TABLE,
    JSON
  }

  /** Who asks: one of the two, or the environment says. */
  static final class Who {
    @Option(
        names = "--as",
        paramLabel = "NAME",
        description = "A person of the demo; the local issuer gives their token.")
    private Optional<String> person = Optional.empty();

    @Option(
        names = "--token-file",
        paramLabel = "FILE",
        description = "Holds an access token (default: the variable " + TOKEN_VARIABLE + ").")
    private Optional<Path> file = Optional.empty();
  }

  TenantId tenant() {
    return Documents.checked("--tenant", () -> new TenantId(tenant));
  }

  Requests requests() throws InterruptedException {
    var of = tenant();
    var at = api.orElseGet(() -> Endpoints.of(data.directory()).api());
    var token = token();
    return new Requests(Documents.checked("--api", () -> new ApiClient(at, token)), of.value());
  }

  /** As JSON is what programs read, as a table what people do. */
  void print(JsonNode answer, Function<JsonNode, String> table) {
    spec.commandLine()
        .getOut()
        .println(output == Output.JSON ? answer.toPrettyString() : table.apply(answer));
  }

  /** The same of many, as each comes: one on a line, at once. */
  void printLine(JsonNode answer, Function<JsonNode, String> line) {
    spec.commandLine()
        .getOut()
        .println(output == Output.JSON ? answer.toString() : line.apply(answer));
    spec.commandLine().getOut().flush();
  }

  private String token() throws InterruptedException {
    if (who.person.isPresent()) {
      return new Tokens(Endpoints.of(data.directory()).issuer()).of(who.person.get());
    }
    return who.file
        .map(ApiOptions::read)
        .or(() -> Optional.ofNullable(System.getenv(TOKEN_VARIABLE)))
        .map(String::strip)
        .filter(token -> !token.isEmpty())
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
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
