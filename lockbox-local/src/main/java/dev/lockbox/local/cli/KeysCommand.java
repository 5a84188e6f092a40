package dev.lockbox.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.local.intake.Documents;
import dev.lockbox.local.signing.KeyFile;
import dev.lockbox.local.signing.Registering;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "Keys by which a customer's people sign approvals.",
    subcommands = {
      KeysCommand.New.class,
      KeysCommand.Show.class,
      KeysCommand.Register.class,
      KeysCommand.Confirm.class,
      KeysCommand.Withdraw.class
    })
final class KeysCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: new, list, register, confirm or withdraw");
  }

  private static String table(JsonNode keys) {
    return StreamSupport.stream(keys.path("keys").spliterator(), false)
        .map(KeysCommand::line)
        .collect(Collectors.collectingAndThen(Collectors.joining("\n"), KeysCommand::orNone));
  }

  private static String orNone(String lines) {
    return lines.isEmpty() ? "none" : lines;
  }

  private static String line(JsonNode key) {
    var holds = key.path("holdsFrom").asText("nobody else has agreed yet");
    return "%s  %s  %s  %s"
        .formatted(
            key.path("id").asText(), key.path("person").asText(), key.path("kind").asText(), holds);
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  @Command(
      name = "new",
      mixinStandardHelpOptions = true,
      description = "Makes a key in a file that only its owner can read.")
  static final class New implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "There must be none yet.")
    private Path file;

    @Override
    public Integer call() {
      spec.commandLine().getOut().println(KeyFile.create(file).key().id());
      return ExitCode.OK;
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Prints the keys, whose they are, and since when they hold.")
  static final class Show implements Callable<Integer> {
    @Mixin private ApiOptions api;

    @Option(
        names = "--as-of",
        paramLabel = "INSTANT",
        description = "As they stood then, like 2026-03-02T08:00:00Z.")
    private Optional<Instant> asOf;

    @Override
    public Integer call() throws InterruptedException {
      api.print(api.requests().keys().list(asOf), KeysCommand::table);
      return ExitCode.OK;
    }
  }

  @Command(
      name = "register",
      mixinStandardHelpOptions = true,
      description = "Registers one's own key, which shows that one holds it.")
  static final class Register implements Callable<Integer> {
    @Mixin private ApiOptions api;

    @Parameters(paramLabel = "FILE", description = "As new makes it.")
    private Path file;

    @Override
    public Integer call() throws InterruptedException {
      var keys = api.requests().keys();
      var own = KeyFile.read(file);
      var decision = fresh();
      var payload = keys.payload(decision, own.key());
      var registering = new Registering(api.tenant(), new DecisionId(decision), own.key());
      if (!registering.is(payload)) {
        throw new IllegalStateException("the API asks for a signature of something else");
      }
      api.print(keys.register(decision, own.key(), own.sign(payload)), KeysCommand::table);
      return ExitCode.OK;
    }
  }

  @Command(
      name = "confirm",
      mixinStandardHelpOptions = true,
      description = "Agrees that another's key is theirs. Ask them for its id first.")
  static final class Confirm implements Callable<Integer> {
    @Mixin private ApiOptions api;

    @Parameters(paramLabel = "KEY", description = "Its id.")
    private String key;

    @Override
    public Integer call() throws InterruptedException {
      var id = Documents.checked("KEY", () -> new KeyId(key));
      api.print(api.requests().keys().confirm(fresh(), id), KeysCommand::table);
      return ExitCode.OK;
    }
  }

  @Command(
      name = "withdraw",
      mixinStandardHelpOptions = true,
      description = "Has nothing taken any more that a key signs.")
  static final class Withdraw implements Callable<Integer> {
    @Mixin private ApiOptions api;

    @Parameters(paramLabel = "KEY", description = "Its id.")
    private String key;

    @Override
    public Integer call() throws InterruptedException {
      var id = Documents.checked("KEY", () -> new KeyId(key));
      api.print(api.requests().keys().withdraw(fresh(), id), KeysCommand::table);
      return ExitCode.OK;
    }
  }
}
