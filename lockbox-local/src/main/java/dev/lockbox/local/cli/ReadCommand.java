package dev.lockbox.local.cli;

import dev.lockbox.local.client.Decision;
import dev.lockbox.local.client.Listing;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says that somebody has read what was done under access that is over. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description =
        "Says that you have read what was done under access that is over, as show and the portal"
            + " print it. It counts for all of the customer's people, and nobody is reminded of"
            + " it.")
final class ReadCommand implements Callable<Integer> {
  @Mixin private ApiOptions api;

  @Parameters(index = "0", paramLabel = "REQUEST", description = "Its id.")
  private String request;

  @Option(
      names = "--decision-id",
      paramLabel = "ID",
      description = "The caller's own of this attempt; the same again counts once (default: new).")
  private Optional<String> decisionId;

  @Override
  public Integer call() throws InterruptedException {
    var id = decisionId.orElseGet(() -> UUID.randomUUID().toString());
    var read = api.requests().decide(request, "read", Decision.no(id, Optional.empty()));
    api.print(
        read,
        one ->
            Listing.ofOne(one, Instant.now())
                + "\nread by %s".formatted(one.at("/lookback/readBy").asText()));
    return ExitCode.OK;
  }
}
