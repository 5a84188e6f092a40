package dev.lockbox.local.cli;

import dev.lockbox.domain.RolesCommand.ApproveMembership;
import dev.lockbox.domain.RolesCommand.DefineRole;
import dev.lockbox.domain.RolesCommand.DenyMembership;
import dev.lockbox.domain.RolesCommand.DescribeEngineer;
import dev.lockbox.domain.RolesCommand.EndMembership;
import dev.lockbox.domain.RolesCommand.RequestMembership;
import dev.lockbox.domain.RolesCommand.WithdrawRole;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.intake.Documents;
import dev.lockbox.local.roles.Staff;
import dev.lockbox.local.up.StaffDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "roles",
    mixinStandardHelpOptions = true,
    description =
        "Shows the provider's lockbox roles and engineers, says what they are, and who is a member"
            + " of which.")
final class RolesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to do: list, define, withdraw, describe, request, approve, deny or end");
  }

  /** Who asks, and where. */
  static final class Asking {
    @Mixin private ConnectionOptions where;

    @Option(
        names = "--tenant",
        paramLabel = "ID",
        required = true,
        description = "The provider's own.")
    private String tenant;

    @Option(
        names = "--as",
        paramLabel = "ID",
        required = true,
        description = "Who asks; stands in the record, and must be one who may.")
    private String person;

    TenantId tenant() {
      return Documents.checked("--tenant", () -> new TenantId(tenant));
    }

    PersonId person() {
      return Documents.checked("--as", () -> new PersonId(person));
    }

    Attempt attempt() {
      return Verdicts.attempt(person());
    }

    Staff staff() {
      var connection = where.connection();
      return Staff.standing(connection.kafka(), connection.formats());
    }

    /** Waits for the verdict. */
    String verdictOn(dev.lockbox.domain.RolesCommand command) throws InterruptedException {
      return RolesSentence.of(Verdicts.accepted(where.connection(), command));
    }
  }

  /** Whose membership of what. */
  static final class Membership {
    @Parameters(index = "0", paramLabel = "ENGINEER", description = "Whose membership.")
    private String engineer;

    @Parameters(index = "1", paramLabel = "ROLE", description = "Of which role.")
    private String role;

    PersonId engineer() {
      return RolesCommand.engineer(engineer);
    }

    RoleId role() {
      return RolesCommand.role(role);
    }
  }

  /** Why, if anybody says so. */
  static final class Reason {
    @Option(
        names = "--reason",
        paramLabel = "TEXT",
        description = "Why, in the words of who asks; stands in the record.")
    private Optional<String> text;

    Optional<PersonalText> of(PersonId person) {
      return text.map(
          words -> Documents.checked("--reason", () -> new PersonalText(person, words)));
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description =
          "Prints all roles and engineers, as the API does; what is printed of one can be applied.")
  int list(@Mixin ConnectionOptions where, @Mixin Printing.AsJson printing) {
    var connection = where.connection();
    var staff = Staff.standing(connection.kafka(), connection.formats());
    var shown = StaffDocument.show(staff, Instant.now());
    printing.print(spec.commandLine().getOut(), () -> shown, () -> Leaves.of(shown));
    return ExitCode.OK;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Says what a role is from here on. Harmless when repeated.")
  int define(
      @Mixin Asking asking,
      @Parameters(index = "0", paramLabel = "ROLE", description = "Which role.") String role,
      @Parameters(
              index = "1",
              paramLabel = "FILE",
              description = "JSON or YAML with its definition, as the API takes it.")
          Path file)
      throws InterruptedException {
    var tenant = asking.tenant();
    var by = asking.attempt();
    var id = role(role);
    var definition = StaffDocument.role(file);
    say(
        asking.staff().says(id, definition)
            ? "role %s: unchanged".formatted(id)
            : asking.verdictOn(new DefineRole(tenant, by, id, definition)));
    return ExitCode.OK;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Ends a role and all membership of it; its id is closed for good.")
  int withdraw(
      @Mixin Asking asking,
      @Parameters(paramLabel = "ROLE", description = "Which role.") String role)
      throws InterruptedException {
    say(asking.verdictOn(new WithdrawRole(asking.tenant(), asking.attempt(), role(role))));
    return ExitCode.OK;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Says who an engineer is from here on. Harmless when repeated.")
  int describe(
      @Mixin Asking asking,
      @Parameters(index = "0", paramLabel = "ENGINEER", description = "Who.") String engineer,
      @Parameters(
              index = "1",
              paramLabel = "FILE",
              description = "JSON or YAML with the description, as the API takes it.")
          Path file)
      throws InterruptedException {
    var tenant = asking.tenant();
    var by = asking.attempt();
    var id = engineer(engineer);
    var description = StaffDocument.engineer(file);
    say(
        asking.staff().says(id, description)
            ? "engineer %s: unchanged".formatted(id)
            : asking.verdictOn(new DescribeEngineer(tenant, by, id, description)));
    return ExitCode.OK;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Asks to be a member of a role, or to stay one: --as the engineer.")
  int request(
      @Mixin Asking asking,
      @Parameters(paramLabel = "ROLE", description = "Which role.") String role,
      @Option(
              names = "--for",
              paramLabel = "DURATION",
              description = "For how long, as P30D (default: as long as the role lets them).")
          Optional<Duration> heldFor,
      @Option(
              names = "--justification",
              paramLabel = "TEXT",
              required = true,
              description = "Why, in the engineer's words.")
          String justification)
      throws InterruptedException {
    var tenant = asking.tenant();
    var by = asking.attempt();
    var id = role(role);
    var why =
        Documents.checked("--justification", () -> new PersonalText(by.actor(), justification));
    var ask =
        Documents.checked(
            "--for", () -> new RequestMembership(tenant, by, by.actor(), id, heldFor, why));
    say(asking.verdictOn(ask));
    return ExitCode.OK;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Makes the engineer a member who asked to be one: --as their manager.")
  int approve(
      @Mixin Asking asking,
      @Mixin Membership of,
      @Parameters(
              index = "2",
              paramLabel = "VERSION",
              description = "Of what is asked for, as request printed it, or list shows it.")
          long version,
      @Mixin Reason reason)
      throws InterruptedException {
    return tell(
        asking,
        of,
        reason,
        (tenant, by, engineer, role, why) ->
            new ApproveMembership(tenant, by, engineer, role, why, version));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Says no to what is asked for: --as the manager or an administrator.")
  int deny(@Mixin Asking asking, @Mixin Membership of, @Mixin Reason reason)
      throws InterruptedException {
    return tell(asking, of, reason, DenyMembership::new);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description =
          "Ends a membership, and what is asked for: --as the engineer, the manager or an"
              + " administrator.")
  int end(@Mixin Asking asking, @Mixin Membership of, @Mixin Reason reason)
      throws InterruptedException {
    return tell(asking, of, reason, EndMembership::new);
  }

  /** What is said of a membership. */
  private interface Saying {
    dev.lockbox.domain.RolesCommand command(
        TenantId tenant, Attempt by, PersonId engineer, RoleId role, Optional<PersonalText> why);
  }

  private int tell(Asking asking, Membership of, Reason reason, Saying saying)
      throws InterruptedException {
    var by = asking.attempt();
    var why = reason.of(by.actor());
    say(asking.verdictOn(saying.command(asking.tenant(), by, of.engineer(), of.role(), why)));
    return ExitCode.OK;
  }

  private void say(String sentence) {
    spec.commandLine().getOut().println(sentence);
  }

  private static RoleId role(String id) {
    return Documents.checked("ROLE", () -> new RoleId(id));
  }

  private static PersonId engineer(String id) {
    return Documents.checked("ENGINEER", () -> new PersonId(id));
  }
}
