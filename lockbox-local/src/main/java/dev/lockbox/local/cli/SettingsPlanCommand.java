package dev.lockbox.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.local.up.SettingsDocument;
import dev.lockbox.local.up.SettingsDocument.Wanted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description =
        "Prints in what the rules in the file differ from those that hold; changes nothing.")
final class SettingsPlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private RulesOptions whose;
  @Mixin private Printing printing;

  @Option(
      names = "--drift",
      description =
          "Fail with 1 where they differ: for a job that looks whether the file still says what"
              + " holds.")
  private boolean isDrift;

  @Parameters(paramLabel = "FILE", description = "As apply takes it.")
  private Path file;

  @Override
  public Integer call() throws InterruptedException {
    var wanted = SettingsDocument.read(file);
    try (var rules = whose.toRead()) {
      var now = rules.standing();
      var version = now.path("version").asLong();
      var standing = SettingsDocument.settings(now);
      var changes = wanted.changes(standing);
      printing.print(
          spec.commandLine().getOut(),
          () -> json(version, wanted, standing),
          () -> lines(version, wanted, changes));
      return isDrift && !changes.isEmpty() ? ExitCode.REFUSED : ExitCode.OK;
    }
  }

  private JsonNode json(long version, Wanted wanted, Settings standing) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("tenant", whose.tenant().value());
    json.put("version", version);
    json.put("ifVersion", wanted.ifVersion().orElse(null));
    json.set("changes", wanted.patch(standing));
    return json;
  }

  private String lines(long version, Wanted wanted, List<String> changes) {
    var lines = new ArrayList<String>();
    lines.add(
        "tenant %s, version %d: %s".formatted(whose.tenant(), version, counted(changes.size())));
    changes.forEach(line -> lines.add("  " + line));
    wanted
        .ifVersion()
        .filter(from -> from != version)
        .ifPresent(from -> lines.add(olderThan(version, from)));
    return String.join("\n", lines);
  }

  private static String counted(int changes) {
    return switch (changes) {
      case 0 -> "unchanged";
      case 1 -> "1 change";
      default -> changes + " changes";
    };
  }

  private static String olderThan(long version, long from) {
    return "the file was made from version %d, and %d stands: apply will be refused"
        .formatted(from, version);
  }
}
