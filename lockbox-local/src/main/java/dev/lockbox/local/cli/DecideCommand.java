package dev.lockbox.local.cli;

import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.local.client.Decision;
import dev.lockbox.local.client.Listing;
import dev.lockbox.local.client.Requests;
import dev.lockbox.local.intake.Documents;
import dev.lockbox.local.signing.KeyFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
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
          "Says yes to a request as it was read, or to less of it, or under conditions beside those"
              + " that stand. What is not named is granted as it was asked for.")
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
        names = "--obligation",
        paramLabel = "REDACT|RECORD",
        split = ",",
        description = "Only while that is done; may be given more than once.")
    private List<Obligation> obligations = List.of();

    @Option(
        names = "--exclude",
        paramLabel = "CLASS",
        split = ",",
        description = "Only without this class of data, for example PHI; likewise.")
    private List<String> excluded = List.of();

    @Option(
        names = "--channel",
        paramLabel = "CHANNEL",
        split = ",",
        description = "Only by these ways in, for example RDP_GATEWAY; likewise.")
    private List<String> channels = List.of();

    @Option(
        names = "--country",
        paramLabel = "COUNTRY",
        split = ",",
        description = "Only from these, two letters (ISO 3166-1); likewise.")
    private List<String> countries = List.of();

    @Option(names = "--single-use", description = "Only until it was used once.")
    private boolean isSingleUse;

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
      return Decision.yes(id, why, version).narrowed(actions, resources, accessFor, conditions());
    }

    private Conditions conditions() {
      var classes = codes("--exclude", excluded);
      var ways = Optional.of(codes("--channel", channels)).filter(some -> !some.isEmpty());
      var places =
          Optional.of(each("--country", countries, Country::new)).filter(some -> !some.isEmpty());
      return Documents.checked(
          "the conditions",
          () -> new Conditions(Set.copyOf(obligations), classes, ways, places, isSingleUse));
    }

    private static Set<Code> codes(String option, List<String> texts) {
      return each(option, texts, Code::new);
    }

    private static <T> Set<T> each(String option, List<String> texts, Function<String, T> value) {
      return Documents.checked(
          option, () -> texts.stream().map(value).collect(Collectors.toUnmodifiableSet()));
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
