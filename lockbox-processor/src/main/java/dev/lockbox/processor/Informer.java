package dev.lockbox.processor;

import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.Submitted;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.processor.store.Staff;
import java.time.Instant;

/**
 * Puts on a request what is known of its engineer, so that it stands on the log and the rules need
 * ask nobody. Where nothing would be checked by it, nothing is looked up.
 */
final class Informer {
  private final Staff staff;
  private final EvaluationRules rules;
  private final Code source;

  /**
   * @param rules what the deployment wants of every request
   * @param source how the record names where the facts come from
   */
  Informer(Staff staff, EvaluationRules rules, Code source) {
    this.staff = staff;
    this.rules = rules;
    this.source = source;
  }

  /**
   * @param at when the broker had it
   */
  Submitted informed(Submitted command, Instant at) {
    return command instanceof OpenRequest open && isLookedAt(open)
        ? open.knowing(staff.factsOf(open.asked().engineer(), rules.kindsOfApprovers(), source, at))
        : command;
  }

  /** The same without facts, where more is known than a record can hold. */
  Submitted uninformed(Submitted command) {
    return command instanceof OpenRequest open ? open.knowing(Facts.nothingIn(source)) : command;
  }

  private boolean isLookedAt(OpenRequest open) {
    return rules.isSet() || !open.details().equals(Details.NONE);
  }
}
