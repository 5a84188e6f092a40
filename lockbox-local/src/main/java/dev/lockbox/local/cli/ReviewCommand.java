package dev.lockbox.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Says that the review of a request begins. It is no yes. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description =
        "Says that you begin to review a request, as it was read. Where the customer wants that,"
            + " only such a person's approval is taken, from the printed time on.")
final class ReviewCommand implements Callable<Integer> {
  @Mixin private ApiOptions api;

  @Parameters(index = "0", paramLabel = "REQUEST", description = "Its id.")
  private String request;

  @Parameters(
      index = "1",
      paramLabel = "VERSION",
      description = "In which it was read, as list and show print it: no other is reviewed.")
  private long version;

  @Option(
      names = "--decision-id",
      paramLabel = "ID",
      description = "The caller's own of this attempt; the same again counts once (default: new).")
  private Optional<String> decisionId;

  @Override
  public Integer call() throws InterruptedException {
    var id = decisionId.orElseGet(() -> UUID.randomUUID().toString());
    var reviewed =
        api.requests().decide(request, "review", Decision.yes(id, Optional.empty(), version));
    api.print(reviewed, one -> Listing.ofOne(one, Instant.now()) + readings(one));
    return ExitCode.OK;
  }

  /** Everybody who reviews it, since it is not told here who asked. */
  private static String readings(JsonNode one) {
    var lines = new StringBuilder();
    for (var reading : one.at("/review/begun")) {
      lines.append(
          "\nreviewed by %s, whose yes is taken from %s"
              .formatted(reading.path("by").asText(), reading.path("approveFrom").asText()));
    }
    return lines.toString();
  }
}
