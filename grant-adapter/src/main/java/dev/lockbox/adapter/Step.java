package dev.lockbox.adapter;

import dev.lockbox.adapter.target.Assignment;
import dev.lockbox.adapter.target.Listed;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.RequestId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What is to be done so that a target is as the log has it. */
sealed interface Step {
  /** By what its tries are counted. */
  String id();

  /**
   * @param place where it stands at the target, maybe for other grants too; empty where it can
   *     stand nowhere there
   * @param until when the last grant that wants it there ends
   */
  record Create(Assignment assignment, Optional<Listed> place, Instant until) implements Step {
    @Override
    public String id() {
      return place.map(Listed::id).orElseGet(assignment::id);
    }
  }

  /**
   * @param findings why it should never have been there; empty where a grant was over just now
   */
  record Remove(Listed listed, Set<Finding> findings) implements Step {
    public Remove {
      findings = Set.copyOf(findings);
    }

    @Override
    public String id() {
      return listed.id();
    }
  }

  /** Nothing of an ended grant is left, which somebody waits to hear. */
  record Acknowledge(RequestId request) implements Step {
    @Override
    public String id() {
      return "closed/" + request;
    }
  }
}
