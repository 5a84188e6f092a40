package dev.lockbox.local.cli;

import dev.lockbox.local.data.Endpoints;
import dev.lockbox.local.issuer.Tokens;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description =
        "Prints an access token of a person of the demo: anna, ben, carla or dora of contoso, femi"
            + " of fabrikam; of the provider pia, mona, sam and eva the engineer.")
final class TokenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(names = "--user", paramLabel = "NAME", required = true, description = "Whose.")
  private String user;

  @Override
  public Integer call() throws InterruptedException {
    var endpoints = Endpoints.of(data.directory());
    spec.commandLine().getOut().println(new Tokens(endpoints.issuer()).of(user));
    return ExitCode.OK;
  }
}
