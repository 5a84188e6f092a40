package dev.lockbox.domain.rerun;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Decider;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.domain.time.Moment;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Opens a customer's past requests once more, each under the settings that stand and under others,
 * and tells what became of them. Both times its people are those of today, so that what differs
 * comes of the settings alone; the time, what was known of the engineer and what else they had
 * asked for by then are as they were. No clock is suspect and no grants are frozen.
 *
 * <p>What people decided afterwards is not made up: a request that somebody approved is compared up
 * to the question whom it was put to.
 *
 * <p>To be told of the log in its order. Source: docs/rules.md, rules tried on history.
 */
public final class Rerun {
  private final ApprovalRules standing;
  private final ApprovalRules proposed;
  private final Past past = new Past();
  private final Set<Seen> seen = new HashSet<>();

  /** An id of an attempt is of one request. */
  private record Seen(RequestId request, Attempt by) {}

  /**
   * @param deployment what the provider sets for all customers, for both
   */
  public Rerun(Registered tenant, Settings proposed, Deployment deployment) {
    this.standing = rules(tenant, tenant.settings(), deployment);
    this.proposed = rules(tenant, proposed, deployment);
  }

  /**
   * Somebody asked for access.
   *
   * @param at when
   * @return empty where the same was asked for before
   */
  public Optional<Comparison> asked(OpenRequest open, Instant at) {
    if (!seen.add(new Seen(open.request(), open.by())) || past.knows(open.request())) {
      return Optional.empty();
    }
    var informed = past.informed(open);
    return Optional.of(
        new Comparison(
            open.request(),
            open.asked().engineer(),
            at,
            received(informed, standing, at),
            received(informed, proposed, at)));
  }

  /** Something came of what was asked for, or of what was decided. */
  public void happened(RequestEvent event) {
    past.happened(event);
  }

  private Reception received(OpenRequest open, ApprovalRules rules, Instant at) {
    return Reception.of(
        Decider.decide(
            AccessRequest.UNOPENED, open, Optional.of(rules), past.asking(open), Moment.at(at)));
  }

  private static ApprovalRules rules(Registered tenant, Settings settings, Deployment deployment) {
    return new Registered(
            tenant.membership(), settings, Optional.empty(), tenant.changes(), tenant.trail())
        .rules(deployment)
        .orElseThrow();
  }
}
