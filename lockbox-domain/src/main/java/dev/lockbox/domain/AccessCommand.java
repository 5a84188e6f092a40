package dev.lockbox.domain;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import java.util.Optional;

/** What can be asked of access that was granted. */
public sealed interface AccessCommand extends RequestCommand {
  /**
   * The engineer is done, so nothing is left to grant: access ends. Of a request under which there
   * is no access yet it is a withdrawal.
   */
  record FinishAccess(RequestId request, Attempt by, PersonId engineer)
      implements AccessCommand, Submitted {
    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /**
   * An enforcement point has closed what it had opened for a grant that ended.
   *
   * @param by whoever speaks for it
   */
  record AcknowledgeClosing(RequestId request, Attempt by, PointId point)
      implements AccessCommand, Submitted {
    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }
}
