package dev.lockbox.local.cli;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.client.Decision;
import dev.lockbox.local.client.Listing;
import dev.lockbox.local.client.Requests;
import dev.lockbox.local.signing.KeyFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A yes or a no of an approver's: what all of them are told. */
abstract class DecideCommand implements Callable<Integer> {
  private final String verb;
  @Mixin private ApiOptions api;

  @Parameters(index = "0", paramLabel = "REQUEST", description = "Its id.")
  private String request;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why; stands in the record, and is mailed.")
  private Optional<String> reason;

  @Option(
      names = "--decision-id",
      paramLabel = "ID",
      description = "The caller's own of this decision; the same again counts once (default: new).")
  private Optional<String> decisionId;

  /**
   * @param verb the word of the route
   */
  private DecideCommand(String verb) {
    this.verb = verb;
  }

  /** A no, which needs no more than this. */
  Decision decision(String id, Optional<String> why) {
    return Decision.no(id, why);
  }

  final TenantId tenant() {
    return api.tenant();
  }

  /** A no is never signed. */
  Decision signed(Decision decision, Requests requests, String of) throws InterruptedException {
    return decision;
  }

  @Override
  public final Integer call() throws InterruptedException {
    var id = decisionId.orElseGet(() -> UUID.randomUUID().toString());
    var requests = api.requests();
    var decision = signed(decision(id, reason), requests, request);
    var decided = requests.decide(request, verb, decision);
    api.print(decided, one -> Listing.ofOne(one, Instant.now()));
    return ExitCode.OK;
  }

  @Command(
      name = "approve",
      mixinStandardHelpOptions = true,
      description =
          "Says yes to a request as it was read, or to less of it. What is not named is granted as"
              + " it was asked for.")
  static final class Approve extends DecideCommand {
    @Parameters(
        index = "1",
        paramLabel = "VERSION",
        description = "In which it was read, as list and show print it: no other is approved.")
    private long version;

    @Option(
        names = "--action",
        paramLabel = "ACTION",
        split = ",",
        description = "Only these; may be given more than once.")
    private List<String> actions = List.of();

    @Option(
        names = "--resource",
        paramLabel = "RESOURCE",
        split = ",",
        description = "Only these; may be given more than once.")
    private List<String> resources = List.of();

    @Option(
        names = "--for",
        paramLabel = "DURATION",
        description = "Only for so long, for example PT1H.")
    private Optional<Duration> accessFor;

    @Option(
        names = "--key",
        paramLabel = "FILE",
        description = "Signs with the key in it, as keys new makes it.")
    private Optional<Path> key;

    Approve() {
      super("approve");
    }

    @Override
    Decision signed(Decision decision, Requests requests, String of) throws InterruptedException {
      return key.isEmpty()
          ? decision
          : decision.signed(
              new Signer(KeyFile.read(key.get()), tenant(), requests).sign(of, decision));
    }

    @Override
    Decision decision(String id, Optional<String> why) {
      return Decision.yes(id, why, version).narrowed(actions, resources, accessFor);
    }
  }

  @Command(
      name = "deny",
      mixinStandardHelpOptions = true,
      description = "Says no, whatever version stands; of a granted request, ends the grant.")
  static final class Deny extends DecideCommand {
    Deny() {
      super("deny");
    }
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Ends a grant before its time.")
  static final class Revoke extends DecideCommand {
    Revoke() {
      super("revoke");
    }
  }
}
