package dev.lockbox.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "tenant",
    mixinStandardHelpOptions = true,
    description = "Takes customers in, and says who acts for them.",
    subcommands = TenantApplyCommand.class)
final class TenantCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do with it: apply");
  }
}
