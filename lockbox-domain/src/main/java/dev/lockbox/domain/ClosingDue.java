package dev.lockbox.domain;

import dev.lockbox.domain.identity.PointId;
import java.time.Instant;
import java.util.Set;

/**
 * Who must still say that what they opened is closed.
 *
 * @param points at least one
 * @param by from this instant on it is too late
 */
public record ClosingDue(Set<PointId> points, Instant by) {
  public ClosingDue {
    points = Set.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("nobody is left who must close anything");
    }
  }
}
