package dev.lockbox.local.cli;

import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.local.cli.RuleBook.Outcome;
import dev.lockbox.local.intake.Documents;
import dev.lockbox.local.up.SettingsDocument;
import dev.lockbox.local.up.SettingsDocument.Wanted;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "settings",
    mixinStandardHelpOptions = true,
    description = "Shows the rules of a tenant, and sets others.",
    subcommands = {
      SettingsCommand.Show.class,
      SettingsPlanCommand.class,
      SettingsSimulateCommand.class,
      SettingsCommand.Apply.class,
      SettingsCommand.Confirm.class
    })
final class SettingsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: show, plan, simulate, apply or confirm");
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints the rules that hold, as the API does; what is printed can be applied.")
  static final class Show implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private RulesOptions whose;
    @Mixin private Printing.AsJson printing;

    @Override
    public Integer call() throws InterruptedException {
      try (var rules = whose.toRead()) {
        var now = rules.standing();
        printing.print(spec.commandLine().getOut(), () -> now, () -> Leaves.of(now));
      }
      return ExitCode.OK;
    }
  }

  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      description =
          "Sets the rules in the file, or proposes them where a second person must agree, and waits"
              + " for the verdict. Harmless when repeated.")
  static final class Apply implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private RulesOptions whose;
    @Mixin private Printing printing;

    @Parameters(
        paramLabel = "FILE",
        description =
            "JSON or YAML, as the API takes it, or as show prints it: what was made from another"
                + " version than the one that stands is refused.")
    private Path file;

    @Override
    public Integer call() throws InterruptedException {
      var wanted = SettingsDocument.read(file);
      try (var rules = whose.toChange()) {
        print(spec, printing, outcome(rules, wanted));
      }
      return ExitCode.OK;
    }

    private Outcome outcome(RuleBook rules, Wanted wanted) throws InterruptedException {
      var now = rules.standing();
      if (SettingsDocument.settings(now).equals(wanted.settings())) {
        return Outcome.standing("tenant %s: unchanged".formatted(whose.tenant()), now);
      }
      var from = wanted.ifVersion().orElse(now.path("version").asLong());
      return rules.change(wanted.settings(), from);
    }
  }

  @Command(
      name = "confirm",
      mixinStandardHelpOptions = true,
      description = "Agrees to rules that somebody else proposed.")
  static final class Confirm implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private RulesOptions whose;
    @Mixin private Printing printing;

    @Parameters(paramLabel = "VERSION", description = "Of the proposal, as apply printed it.")
    private long proposal;

    @Option(
        names = "--decision-id",
        paramLabel = "ID",
        description =
            "The caller's own of this decision; the same again counts once (default: new).")
    private Optional<String> decisionId;

    @Override
    public Integer call() throws InterruptedException {
      var id = decisionId.orElseGet(() -> UUID.randomUUID().toString());
      var decision = Documents.checked("--decision-id", () -> new DecisionId(id));
      try (var rules = whose.toChange()) {
        print(spec, printing, rules.confirm(proposal, decision));
      }
      return ExitCode.OK;
    }
  }

  private static void print(CommandSpec spec, Printing printing, Outcome outcome) {
    printing.print(spec.commandLine().getOut(), outcome.now(), outcome::words);
  }
}
