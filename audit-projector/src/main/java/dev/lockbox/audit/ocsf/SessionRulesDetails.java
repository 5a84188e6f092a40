package dev.lockbox.audit.ocsf;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.rules.CommandRule;
import dev.lockbox.domain.rules.CredentialRule;
import dev.lockbox.domain.rules.EntryRules;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.TargetRule;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** What a tenant has set for engineers' sessions. */
final class SessionRulesDetails {
  private SessionRulesDetails() {}

  static Fields of(SessionRules rules) {
    return new Fields()
        .all(listedOnly(rules))
        .number("idle_after_millis", rules.limits().idleAfter().toMillis())
        .number("longest_millis", rules.limits().longest().toMillis())
        .object("entry", of(rules.entry()))
        .objects("targets", rules.targets().stream().map(SessionRulesDetails::of).toList())
        .objects("commands", rules.commands().stream().map(SessionRulesDetails::of).toList())
        .flag("ended_out_of_grant", rules.endedOutOfGrant());
  }

  /** Nothing where it is not set. */
  private static Fields listedOnly(SessionRules rules) {
    return rules.listedOnly() ? new Fields().flag("listed_only", true) : new Fields();
  }

  private static Fields of(EntryRules entry) {
    return new Fields()
        .texts("channels", sorted(entry.channels()))
        .texts("sources", sorted(entry.sources()))
        .flag("through_gateway", entry.throughGateway())
        .texts("methods", sorted(entry.methods()))
        .texts("kinds", sorted(entry.kinds()))
        .texts("systems", sorted(entry.systems()))
        .texts("posture", sorted(entry.posture()))
        .texts("crypto", sorted(entry.crypto()))
        .texts("countries", sorted(entry.countries()))
        .all(credentials(entry));
  }

  /** Nothing where none is listed. */
  private static Fields credentials(EntryRules entry) {
    return entry.credentials().isEmpty()
        ? new Fields()
        : new Fields()
            .objects(
                "credentials", entry.credentials().stream().map(SessionRulesDetails::of).toList());
  }

  private static Fields of(CredentialRule rule) {
    return new Fields()
        .text("credential", rule.credential().text())
        .texts("channels", sorted(rule.channels()))
        .text("under", rule.under());
  }

  private static Fields of(TargetRule target) {
    return new Fields()
        .text("under", target.under())
        .number("idle_after_millis", target.idleAfter().map(Duration::toMillis))
        .number("sessions_max", target.sessionsMax())
        .texts("engineers", sorted(target.engineers()));
  }

  private static Fields of(CommandRule command) {
    return new Fields()
        .text("id", command.id().map(Code::value))
        .texts("channels", sorted(command.channels()))
        .texts("actions", sorted(command.actions()))
        .text("verb", command.verb())
        .objects(
            "parameters",
            command.parameters().entrySet().stream()
                .map(
                    one ->
                        new Fields()
                            .text("name", one.getKey())
                            .text("pattern", one.getValue().text()))
                .toList());
  }

  private static List<String> sorted(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().toList();
  }
}
