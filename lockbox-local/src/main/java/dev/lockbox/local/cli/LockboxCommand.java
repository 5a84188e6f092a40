package dev.lockbox.local.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The root of all commands. */
@Command(
    name = "lockbox",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "A customer lockbox: nobody touches a customer's data unless the customer said yes.",
    subcommands = {
      UpCommand.class,
      TokenCommand.class,
      RequestCommand.class,
      TellCommand.class,
      ReplyCommand.class,
      ActivityCommand.class,
      DeviceCommand.class,
      GatewayCommand.class,
      ListCommand.class,
      ComplianceCommand.class,
      ShowCommand.class,
      KeysCommand.class,
      WatchCommand.class,
      EventsCommand.class,
      PractiseCommand.class,
      ReviewCommand.class,
      DecideCommand.Approve.class,
      DecideCommand.Deny.class,
      DecideCommand.Revoke.class,
      ReadCommand.class,
      TenantCommand.class,
      EnableCommand.class,
      SettingsCommand.class,
      RolesCommand.class,
      TopicsCommand.class,
      DoctorCommand.class,
      QuarantineCommand.class,
      ExclusionCommand.class,
      RunCommand.class,
      SimulateCommand.class,
      CompletionCommand.class,
      VersionCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:refused, or failed",
      "2:wrong usage",
      "3:nothing is running on the data directory"
    })
public final class LockboxCommand implements Runnable {
  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new LockboxCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Duration.class, LockboxCommand::duration)
        .setExecutionExceptionHandler(new Failures());
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException none) {
      throw new TypeConversionException(
          "'%s' is no duration, which is like PT1H, PT30M or P1D".formatted(text));
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do");
  }
}
