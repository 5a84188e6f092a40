package dev.lockbox.local.cli;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.intake.Documents;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whose rules, and by which way: the log, which is an operator's, or the API. */
final class RulesOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private ConnectionOptions where;

  @Option(names = "--tenant", paramLabel = "ID", required = true, description = "Whose rules.")
  private String tenant;

  @Option(
      names = "--over",
      paramLabel = "kafka|api",
      description =
          "By which way: Kafka is an operator's, the API everybody's who has a role with the"
              + " customer (default: ${DEFAULT-VALUE}).")
  private Way over = Way.KAFKA;

  @Option(
      names = "--api",
      paramLabel = "URL",
      description = "Over the API: its base (default: the local lockbox's).")
  private Optional<URI> api = Optional.empty();

  @Option(
      names = "--as",
      paramLabel = "ID",
      description =
          "Who asks. Over Kafka, where anything is to change: stands in the record, and must be one"
              + " who may. Over the API: a person of the demo; the local issuer gives their token.")
  private Optional<String> person = Optional.empty();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "Over the API: holds an access token (default: the variable "
              + Caller.TOKEN_VARIABLE
              + ").")
  private Optional<Path> tokenFile = Optional.empty();

  private enum Way {
    KAFKA,
    API;

    @Override
    public String toString() {
      return this == API ? "api" : "kafka";
    }
  }

  TenantId tenant() {
    return Documents.checked("--tenant", () -> new TenantId(tenant));
  }

  boolean isOverApi() {
    return over == Way.API;
  }

  /** To look at them. */
  RuleBook toRead() throws InterruptedException {
    if (over == Way.KAFKA && person.isPresent()) {
      throw wrong("nobody is named who only looks, unless --over api");
    }
    return open();
  }

  /** To change anything of them. */
  RuleBook toChange() throws InterruptedException {
    if (over == Way.KAFKA && person.isEmpty()) {
      throw wrong("say who asks: --as ID");
    }
    return open();
  }

  private RuleBook open() throws InterruptedException {
    var of = tenant();
    return switch (over) {
      case KAFKA -> {
        if (api.isPresent() || tokenFile.isPresent()) {
          throw wrong("--api and --token-file are for --over api");
        }
        var by = person.map(id -> Documents.checked("--as", () -> new PersonId(id)));
        yield new LoggedRules(of, where.connection(), by::orElseThrow);
      }
      case API -> {
        if (where.isSaid()) {
          throw wrong("which Kafka is meant is not for --over api");
        }
        if (person.isPresent() && tokenFile.isPresent()) {
          throw wrong("--as and --token-file name two who ask");
        }
        var caller = new Caller(person, tokenFile);
        yield new ServedRules(
            of, caller.requests(of, api, where.data(), spec.commandLine()).rules());
      }
    };
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
