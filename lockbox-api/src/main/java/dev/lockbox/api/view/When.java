package dev.lockbox.api.view;

import dev.lockbox.domain.Recorded;

/**
 * When something happened at a customer: at which time, and of what happened at the same time, in
 * which order.
 *
 * @param newestFirst {@link Long#MAX_VALUE} less the epoch milliseconds of its time
 * @param sequence its place in the customer's history
 */
record When(long newestFirst, long sequence) {
  static When of(Recorded recorded) {
    return new When(Keys.newestFirst(recorded.event().at()), recorded.sequence());
  }
}
