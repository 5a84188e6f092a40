package dev.lockbox.local.cli;

import dev.lockbox.local.client.Sheet;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows a request, and what happened to it.")
final class ShowCommand implements Callable<Integer> {
  @Mixin private ApiOptions api;

  @Parameters(paramLabel = "REQUEST", description = "Its id.")
  private String request;

  @Override
  public Integer call() throws InterruptedException {
    api.print(api.requests().one(request), found -> Sheet.of(found, Instant.now()));
    return ExitCode.OK;
  }
}
