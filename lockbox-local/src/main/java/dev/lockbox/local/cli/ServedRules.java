package dev.lockbox.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.local.client.Rules;
import dev.lockbox.local.up.SettingsDocument;
import java.util.Set;

/** At the API, which knows by a token who asks: as the customer's own people reach them. */
record ServedRules(TenantId tenant, Rules rules) implements RuleBook {
  @Override
  public JsonNode standing() throws InterruptedException {
    return rules.standing();
  }

  /** By the time of the answer, somebody else may have set others. */
  @Override
  public Outcome change(Settings wanted, long from) throws InterruptedException {
    var now = rules.change(SettingsDocument.json(wanted), from);
    var proposal = now.path("proposal");
    var isProposed =
        proposal.isObject()
            && !SettingsDocument.settings(now).equals(wanted)
            && SettingsDocument.settings(proposal).equals(wanted);
    if (isProposed) {
      return waits(proposal.path("version").asLong(), now);
    }
    return now.path("version").asLong() == from
        ? Outcome.standing("tenant %s: unchanged".formatted(tenant), now)
        : holds(now);
  }

  private Outcome waits(long proposal, JsonNode now) {
    return new Outcome(
        "tenant %s: proposal %d waits for a second person".formatted(tenant, proposal),
        proposal,
        () -> now);
  }

  @Override
  public Outcome confirm(long proposal, DecisionId decision) throws InterruptedException {
    return holds(rules.confirm(proposal, decision.value()));
  }

  private Outcome holds(JsonNode now) {
    var version = now.path("version").asLong();
    return Outcome.standing("tenant %s: version %d holds".formatted(tenant, version), now);
  }

  @Override
  public Outcome name(Set<Issuer> issuers, long from) {
    throw new Refused("whose word is taken on who its people are is the operator's to say");
  }

  @Override
  public void close() {
    // nothing is kept open between two questions
  }
}
