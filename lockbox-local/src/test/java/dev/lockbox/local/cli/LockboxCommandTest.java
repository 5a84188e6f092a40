package dev.lockbox.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockboxCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "up --help",
        "run --help",
        "enable --help",
        "doctor --help",
        "topics --help",
        "topics create --help",
        "topics check --help",
        "tenant --help",
        "tenant apply --help",
        "settings --help",
        "settings show --help",
        "settings apply --help",
        "settings confirm --help",
        "settings plan --help",
        "settings simulate --help",
        "roles --help",
        "roles list --help",
        "roles define --help",
        "roles withdraw --help",
        "roles describe --help",
        "roles request --help",
        "roles approve --help",
        "roles deny --help",
        "roles end --help",
        "quarantine --help",
        "exclusion --help",
        "exclusion report --help",
        "exclusion confirm --help",
        "quarantine list --help",
        "quarantine release --help",
        "token --help",
        "request --help",
        "tell --help",
        "tell withdrawn --help",
        "tell ticket-resolved --help",
        "tell finished --help",
        "reply --help",
        "tell closed --help",
        "device --help",
        "gateway --help",
        "simulate --help",
        "list --help",
        "show --help",
        "watch --help",
        "events --help",
        "practise --help",
        "review --help",
        "approve --help",
        "deny --help",
        "revoke --help",
        "read --help",
        "completion --help",
        "version --help"
      })
  void everyCommandExplainsItself(String command) {
    assertThat(execute(command.split(" "))).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("Usage: lockbox");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "topics",
        "tenant",
        "settings",
        "settings show",
        "settings apply",
        "settings confirm 7 --tenant contoso",
        "settings show --tenant contoso --as anna",
        "settings show --tenant contoso --over post",
        "settings show --tenant contoso --token-file token",
        "settings show --tenant contoso --api http://127.0.0.1:1",
        "settings show --tenant contoso --over api --as carla --token-file token",
        "settings show --tenant contoso --over api --as carla --bootstrap-server 127.0.0.1:1",
        "enable --tenant contoso",
        "enable --tenant contoso --over api --as carla --issuer https://login.example",
        "roles",
        "roles define log-readers --tenant provider --as pia",
        "roles request log-readers --tenant provider --as eva",
        "roles request log-readers --tenant provider --as eva --for long --justification nights",
        "roles approve eva log-readers --tenant provider --as mona",
        "roles end eva log-readers --tenant provider",
        "quarantine",
        "quarantine release x/0/0",
        "tell",
        "tell finished req-1 --tenant contoso",
        "tell closed req-1 --tenant contoso",
        "token",
        "reply --tenant contoso --request r1",
        "reply --tenant contoso --request r1 --question 2",
        "request --tenant contoso --wait soon",
        "request --tenant contoso --wait PT10M0.001S",
        "request --tenant contoso --wait PT-1S",
        "run mailer",
        "up --port x",
        "list --as anna",
        "list --tenant contoso --as anna --token-file token",
        "list --tenant contoso --as anna --limit 0",
        "keys list --tenant contoso --as anna --as-of yesterday",
        "list --tenant contoso --as anna --output xml",
        "events --as anna",
        "events --tenant contoso --as anna --limit 10001",
        "events --tenant contoso --as anna --since yesterday",
        "practise --tenant contoso --as anna --for soon",
        "review r-1 --tenant contoso --as anna",
        "approve r-1 --tenant contoso --as anna",
        "approve r-1 one --tenant contoso --as anna",
        "approve r-1 1 --tenant contoso --as anna --obligation SHRED",
        "deny --tenant contoso --as anna",
        "deny r-1 --tenant contoso --as anna --single-use",
        "device --wanting --as gus",
        "device laptop-7 --as gus",
        "device laptop-7 --wanting",
        "device laptop-7 --wanting --mended --as gus",
        "device laptop-7 --wanting --as gus --examined yesterday",
        "read --tenant contoso --as anna",
        "gateway --tenant contoso --request req-1",
        "watch --as anna",
        "watch --tenant contoso --as anna --after -1",
        "simulate --seconds -1"
      })
  void wrongUsageIsSaidBesideTheResult(String command) {
    var arguments = Arrays.stream(command.split(" ")).filter(word -> !word.isEmpty());

    assertThat(execute(arguments.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("Usage: lockbox");
  }

  @Test
  void theScriptPassesEveryCommandOn() throws IOException {
    var script = Files.readString(Path.of("..", "lockbox"));
    var passedOn =
        script
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("up | ") && line.endsWith(")"))
            .flatMap(line -> Stream.of(line.substring(0, line.length() - 1).split(" \\| ")))
            .toList();
    assertThat(passedOn).containsAll(LockboxCommand.commandLine().getSubcommands().keySet());
  }

  @Test
  void aCommandThatIsNoneIsMetWithThoseItMayHaveMeant() {
    assertThat(execute("nonsense")).isEqualTo(ExitCode.USAGE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("'nonsense'").contains("Did you mean");
  }

  @Test
  void aDurationThatIsNoneIsMetWithWhatOneIsLike() {
    var yes = "approve r 1 --tenant contoso --as anna --reason yes --for 1h";
    assertThat(execute(yes.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("option '--for'", "'1h' is no duration, which is like PT1H, PT30M or P1D");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token --user anna",
        "request --tenant contoso",
        "request --tenant contoso --wait PT0S",
        "tell withdrawn req-1 --tenant contoso --engineer eva",
        "tell ticket-resolved req-1 --tenant contoso",
        "tell finished req-1 --tenant contoso --engineer eva",
        "reply --tenant contoso --request r1 --question 2 --answer yes",
        "reply --tenant contoso --request r1 --accept-offer 2",
        "tell closed req-1 --tenant contoso --point gateway-1",
        "device laptop-7 --wanting --as gus",
        "device laptop-7 --mended --as gus --examined 2026-03-02T08:00:00Z",
        "gateway --tenant contoso --request r1 --action a --resource /r --to http://127.0.0.1:1",
        "list --tenant contoso --as anna",
        "show r-1 --tenant contoso --as anna",
        "watch --tenant contoso --as anna",
        "practise --tenant contoso --as anna",
        "review r-1 1 --tenant contoso --as anna",
        "approve r-1 1 --tenant contoso --as anna --action k8s.pod.logs --for PT1H",
        "approve r-1 1 --tenant contoso --as anna --obligation redact,record --exclude PHI"
            + " --channel RDP_GATEWAY --country DE --country AT --single-use",
        "deny r-1 --tenant contoso --as anna --reason no",
        "revoke r-1 --tenant contoso --as anna",
        "read r-1 --tenant contoso --as anna",
        "settings show --tenant contoso",
        "settings show --tenant contoso --over api --as carla --output table",
        "settings confirm 7 --tenant contoso --as carla",
        "settings confirm 7 --tenant contoso --over api --as carla",
        "settings confirm 7 --tenant contoso --over api --as carla --decision-id d-1",
        "enable --tenant contoso --as carla",
        "enable --tenant contoso --over api --as carla --output json",
        "doctor --tenant contoso --output json",
        "topics check",
        "topics check --output json",
        "topics create",
        "roles list",
        "roles list --output table",
        "quarantine list --output json",
        "roles withdraw log-readers --tenant provider --as pia",
        "roles request log-readers --tenant provider --as eva --for P30D --justification nights",
        "roles approve eva log-readers 2 --tenant provider --as mona --reason agreed",
        "roles deny eva log-readers --tenant provider --as mona",
        "roles end eva log-readers --tenant provider --as eva",
        "quarantine list",
        "exclusion confirm x-1 --tenant contoso --as gus",
        "quarantine release lockbox.commands/0/7 --reason asked"
      })
  void withNothingRunningThereIsNobodyToAsk(String command) {
    var arguments =
        Stream.concat(Arrays.stream(command.split(" ")), Stream.of("--data", directory.toString()));

    assertThat(execute(arguments.toArray(String[]::new))).isEqualTo(ExitCode.NOT_RUNNING);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .startsWith("lockbox: nothing is running on " + directory)
        .hasLineCount(1);
  }

  @Test
  void aBadFileIsRefusedBeforeAnythingIsAsked() throws Exception {
    var file = Files.writeString(directory.resolve("request.json"), "{\"state\": \"ACTIVE\"}");

    var exit = execute("request", "--tenant", "contoso", "--file", file.toString());

    assertThat(exit).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("state is not a name it can hold").hasLineCount(1);
  }

  @Test
  void whatIsNoRoleIsRefusedBeforeAnythingIsAsked() throws Exception {
    var file = Files.writeString(directory.resolve("role.yml"), "definition: {actions: []}");

    assertThat(
            execute("roles", "define", "r", file.toString(), "--tenant", "provider", "--as", "p"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("definition.").hasLineCount(1);
  }

  @Test
  void whatIsNoPlaceOfARecordIsRefusedBeforeAnythingIsAsked() {
    assertThat(execute("quarantine", "release", "seven", "--reason", "asked them"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("quarantineId must match").hasLineCount(1);
  }

  @Test
  void aSettingThatIsMissingIsNamedInOneLine() {
    assertThat(execute("topics", "check", "--bootstrap-server", "127.0.0.1:1"))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString()).contains("lockbox.registry.url").hasLineCount(1);
  }

  @Test
  void aSimulationOfNoTimeIsOneHistory() {
    assertThat(execute("simulate", "--seconds", "0", "--seed", "7", "--no-bugs"))
        .isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("Seed 7", "histories   ", "simulated   ", "Every promise was kept.")
        .doesNotContain("Defects");
  }

  @Test
  void aHistoryIsToldStepByStep() {
    assertThat(execute("simulate", "--trace", "--seed", "7")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("everything comes to rest");
  }

  @Test
  void theCommandsCanBeCompleted() {
    assertThat(execute("completion")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("approve", "quarantine", "complete -F _complete_lockbox");
  }

  @Test
  void aTokenDoesNotGoWhereItCanBeRead() throws Exception {
    var token = Files.writeString(directory.resolve("token"), "secret");

    var exit =
        execute(
            "list",
            "--tenant",
            "contoso",
            "--api",
            "http://lockbox.example",
            "--token-file",
            token.toString());

    assertThat(exit).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("must be at https")
        .doesNotContain("secret")
        .hasLineCount(1);
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(execute("version")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).matches("lockbox \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  /** Buffered as the real output is: what is not flushed is lost when the command ends. */
  private int execute(String... arguments) {
    return LockboxCommand.commandLine()
        .setOut(new PrintWriter(new BufferedWriter(out), true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
