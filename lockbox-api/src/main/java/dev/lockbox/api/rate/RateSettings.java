package dev.lockbox.api.rate;

import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How often somebody may call within a minute, on each instance. As many may come at once, and none
 * then until a share of the minute has passed.
 *
 * @param noes of one caller: denying, revoking, withdrawing a key or a role, ending a membership; 1
 *     to 10 million, as are all
 * @param changes of one caller: all else that is asked to be done
 * @param reads of one caller
 * @param questions of one gateway
 * @param strangers of one address, or network of IPv6: calls without a good token, and signing in
 * @param tenantTimes how many times as often all callers of one tenant together may; of noes there
 *     is no such limit. 1 to 1000
 */
@ConfigurationProperties("lockbox.api.rates")
record RateSettings(
    @Bindable(defaultValue = "6000") int noes,
    @Bindable(defaultValue = "6000") int changes,
    @Bindable(defaultValue = "12000") int reads,
    @Bindable(defaultValue = "120000") int questions,
    @Bindable(defaultValue = "6000") int strangers,
    @Bindable(defaultValue = "10") int tenantTimes) {
  private static final int PER_MINUTE_MAX = 10_000_000;
  private static final int TIMES_MAX = 1000;

  RateSettings {
    Require.within("lockbox.api.rates.noes", noes, 1, PER_MINUTE_MAX);
    Require.within("lockbox.api.rates.changes", changes, 1, PER_MINUTE_MAX);
    Require.within("lockbox.api.rates.reads", reads, 1, PER_MINUTE_MAX);
    Require.within("lockbox.api.rates.questions", questions, 1, PER_MINUTE_MAX);
    Require.within("lockbox.api.rates.strangers", strangers, 1, PER_MINUTE_MAX);
    Require.within("lockbox.api.rates.tenant-times", tenantTimes, 1, TIMES_MAX);
  }

  /** Calls a minute of one caller. */
  int perMinute(Budget budget) {
    return switch (budget) {
      case NO -> noes;
      case CHANGE -> changes;
      case READ -> reads;
      case QUESTION -> questions;
    };
  }
}
