package dev.lockbox.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = "Creates or checks the topics, and the schemas of what is on them.",
    subcommands = {TopicsCommand.Create.class, TopicsCommand.Check.class})
final class TopicsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do with them: create or check");
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description =
          "Creates the topics that are missing and registers the schemas. Harmless when repeated;"
              + " changes nothing that is there.")
  static final class Create implements Callable<Integer> {
    @Mixin private ConnectionOptions where;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      var connection = where.connection();
      var out = spec.commandLine().getOut();
      connection
          .askTopics(topics -> topics.create(connection.durability()))
          .forEach(topic -> out.println("created " + topic));
      connection.schemas().register();
      out.println("schemas are registered");
      return ExitCode.OK;
    }
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Says what is not as it must be, a line each; changes nothing.")
  static final class Check implements Callable<Integer> {
    @Mixin private ConnectionOptions where;
    @Mixin private Printing printing;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      var connection = where.connection();
      var problems =
          new ArrayList<>(connection.askTopics(topics -> topics.check(connection.durability())));
      problems.addAll(connection.schemas().check());
      printing.print(spec.commandLine().getOut(), () -> json(problems), () -> lines(problems));
      return problems.isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
    }

    private static JsonNode json(List<String> problems) {
      var json = JsonNodeFactory.instance.objectNode();
      problems.forEach(json.putArray("problems")::add);
      return json;
    }

    private static String lines(List<String> problems) {
      return problems.isEmpty()
          ? "topics and schemas are as they must be"
          : String.join("\n", problems);
    }
  }
}
