package dev.lockbox.local.cli;

import dev.lockbox.local.client.Compliance;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "compliance",
    mixinStandardHelpOptions = true,
    description =
        "Lists a customer's subscriptions and the guard rails they break; fails with 1 where one"
            + " does.")
final class ComplianceCommand implements Callable<Integer> {
  @Mixin private ApiOptions api;

  @Override
  public Integer call() throws InterruptedException {
    var found = api.requests().subscriptions();
    api.print(found, Compliance::of);
    return Compliance.isBroken(found) ? ExitCode.REFUSED : ExitCode.OK;
  }
}
