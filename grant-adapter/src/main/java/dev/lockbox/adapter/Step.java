package dev.lockbox.adapter;

import dev.lockbox.adapter.target.Assignment;
import dev.lockbox.adapter.target.Listed;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.RequestId;
import java.time.Instant;
import java.util.Set;

/** What is to be done so that a target is as the log has it. */
sealed interface Step {
  /** By what its tries are counted. */
  String id();

  /**
   * @param until when its grant ends
   */
  record Create(Assignment assignment, Instant until) implements Step {
    @Override
    public String id() {
      return assignment.id();
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
