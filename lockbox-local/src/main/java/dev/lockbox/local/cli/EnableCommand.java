package dev.lockbox.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.identity.VisibleText;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.local.cli.RuleBook.Outcome;
import dev.lockbox.local.intake.Documents;
import dev.lockbox.local.up.SettingsDocument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "enable",
    mixinStandardHelpOptions = true,
    description =
        "Puts all of a tenant behind the lockbox: prints which it is, and goes on when its id is"
            + " typed. Harmless when repeated.")
final class EnableCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private RulesOptions whose;
  @Mixin private Printing printing;

  @Option(
      names = "--issuer",
      paramLabel = "URL",
      description =
          "Which issuer speaks for its people, and no other from now on; may be repeated. Without"
              + " it, what stands is left.")
  private List<String> issuers = List.of();

  @Option(names = "--yes", description = "Do not wait for its id to be typed: for scripts.")
  private boolean isSure;

  @Override
  public Integer call() throws InterruptedException {
    var named =
        Documents.checked(
            "--issuer",
            () -> Issuer.bounded(issuers.stream().map(Issuer::new).collect(Collectors.toSet())));
    if (whose.isOverApi() && !named.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--issuer is an operator's, and not for --over api");
    }
    try (var rules = whose.toChange()) {
      var outcome = enabled(rules, named);
      printing.print(spec.commandLine().getOut(), outcome.now(), outcome::words);
      return ExitCode.OK;
    }
  }

  private Outcome enabled(RuleBook rules, Set<Issuer> named) throws InterruptedException {
    var of = whose.tenant();
    var now = rules.standing();
    var settings = SettingsDocument.settings(now);
    var standing = issuers(now);
    var isBehind = settings.enrolment().equals(Enrolment.WHOLE_TENANT);
    var isNamed = named.isEmpty() || named.equals(standing);
    if (isBehind && isNamed) {
      return Outcome.standing(
          "tenant %s: all of it is behind the lockbox already".formatted(of), now);
    }
    remark(sheet(of, now, isNamed ? standing : named));
    if (!isSure && !Keyboard.line().equals(Optional.of(of.value()))) {
      throw new Refused("the tenant's id was not typed, and nothing is changed");
    }
    var version = now.path("version").asLong();
    if (isNamed) {
      return rules.change(settings.with(Enrolment.WHOLE_TENANT), version);
    }
    var spoken = rules.name(named, version); // first whose word is taken, then what they decide on
    if (isBehind) {
      return spoken;
    }
    remark(spoken.words());
    return rules.change(settings.with(Enrolment.WHOLE_TENANT), spoken.version());
  }

  private static Set<Issuer> issuers(JsonNode now) {
    return StreamSupport.stream(now.path("issuers").spliterator(), false)
        .map(JsonNode::asText)
        .map(Issuer::new)
        .collect(Collectors.toSet());
  }

  static String shown(Set<Issuer> issuers) {
    return issuers.isEmpty()
        ? "as the settings say"
        : issuers.stream().map(Issuer::url).sorted().collect(Collectors.joining(", "));
  }

  /** Is no answer, so what a program reads does not hold it. */
  private void remark(String words) {
    printing.remark(spec.commandLine(), words);
  }

  private static String sheet(TenantId tenant, JsonNode now, Set<Issuer> issuers) {
    var approvers =
        StreamSupport.stream(now.at("/members/approvers").spliterator(), false)
            .map(JsonNode::asText)
            .map(VisibleText::of)
            .collect(Collectors.joining(", "));
    return """
    tenant     %s
    plan       %s
    approvers  %s
    issuers    %s
    enrolment  %s -> TENANT
    Type the tenant's id to go on:\
    """
        .formatted(
            tenant,
            VisibleText.of(now.path("plan").asText()),
            approvers,
            shown(issuers),
            now.at("/settings/enrolment/scope").asText());
  }
}
