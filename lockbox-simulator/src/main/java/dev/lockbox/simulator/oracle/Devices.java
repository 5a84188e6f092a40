package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Posture;
import dev.lockbox.domain.identity.DeviceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All that was told of devices for every tenant, along one partition; read anew at every question.
 * From docs/sessions.md.
 */
final class Devices {
  private final List<Posture> told = new ArrayList<>();
  private int marked;

  void tell(Posture posture) {
    told.add(posture);
  }

  void mark() {
    marked = told.size();
  }

  void backToTheMark() {
    told.subList(marked, told.size()).clear();
  }

  /** Whether it was wanting when it was examined last; of two at one moment, the worse counts. */
  boolean isBarred(DeviceId device) {
    var last = Instant.MIN;
    for (var posture : told) {
      if (posture.device().equals(device) && posture.examinedAt().isAfter(last)) {
        last = posture.examinedAt();
      }
    }
    for (var posture : told) {
      if (posture.device().equals(device)
          && posture.examinedAt().equals(last)
          && !posture.compliant()) {
        return true;
      }
    }
    return false;
  }
}
