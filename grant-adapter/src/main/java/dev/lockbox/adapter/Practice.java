package dev.lockbox.adapter;

import dev.lockbox.adapter.target.Places;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Conditions;
import java.time.Duration;
import java.util.Map;

/**
 * How the adapter goes about its work.
 *
 * @param point as what it speaks, in settings of tenants and in the record
 * @param kept the conditions that its target keeps
 * @param every how often it looks at the target, where nothing happens
 * @param removedWithin how long what was granted may take to be gone, before that is news
 * @param notProvisionedAfter how long what is granted may take to be there, before that is news
 */
record Practice(
    PointId point,
    Conditions kept,
    Duration every,
    Duration removedWithin,
    Duration notProvisionedAfter) {
  Reconciliation plan(Map<RequestId, Grant> grants, Places places) {
    return new Reconciliation(grants, places, kept, point, removedWithin);
  }
}
