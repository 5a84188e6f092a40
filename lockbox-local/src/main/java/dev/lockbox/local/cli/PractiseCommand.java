package dev.lockbox.local.cli;

import dev.lockbox.local.client.Listing;
import dev.lockbox.local.client.PracticeStart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a request to learn on. */
@Command(
    name = "practise",
    mixinStandardHelpOptions = true,
    description =
        "Opens a request for practice: it is mailed, asked about and decided like every other, and"
            + " opens nothing, whatever is said to it.")
final class PractiseCommand implements Callable<Integer> {
  @Mixin private ApiOptions api;

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      split = ",",
      description = "What would be done; may be given more than once (default: ${DEFAULT-VALUE}).")
  private List<String> actions = List.of("k8s.pod.logs");

  @Option(
      names = "--resource",
      paramLabel = "RESOURCE",
      split = ",",
      description =
          "What would be touched; may be given more than once (default: ${DEFAULT-VALUE}).")
  private List<String> resources = List.of("/clusters/practice/ns/openshift-practice");

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description = "For how long, for example PT1H (default: as the customer usually grants).")
  private Optional<Duration> accessFor;

  @Option(
      names = "--decision-id",
      paramLabel = "ID",
      description = "The caller's own of this attempt; the same again counts once (default: new).")
  private Optional<String> decisionId;

  @Override
  public Integer call() throws InterruptedException {
    var start =
        new PracticeStart(
            decisionId.orElseGet(() -> UUID.randomUUID().toString()),
            actions,
            resources,
            accessFor.map(Duration::toString).orElse(null));
    api.print(api.requests().practise(start), one -> Listing.ofOne(one, Instant.now()));
    return ExitCode.OK;
  }
}
