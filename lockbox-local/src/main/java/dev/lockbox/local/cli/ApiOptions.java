package dev.lockbox.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.client.Requests;
import dev.lockbox.local.intake.Documents;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whose requests are meant, at which API, who asks, and how it is printed. */
final class ApiOptions {
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

  @Mixin private Printing printing;

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
        description =
            "Holds an access token (default: the variable " + Caller.TOKEN_VARIABLE + ").")
    private Optional<Path> file = Optional.empty();
  }

  TenantId tenant() {
    return Documents.checked("--tenant", () -> new TenantId(tenant));
  }

  Requests requests() throws InterruptedException {
    return new Caller(who.person, who.file).requests(tenant(), api, data, spec.commandLine());
  }

  void print(JsonNode answer, Function<JsonNode, String> table) {
    printing.print(spec.commandLine().getOut(), () -> answer, () -> table.apply(answer));
  }

  /** The same of many, as each comes: one on a line, at once. */
  void printLine(JsonNode answer, Function<JsonNode, String> line) {
    printing.printLine(spec.commandLine().getOut(), answer, () -> line.apply(answer));
  }
}
