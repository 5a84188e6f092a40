package dev.lockbox.domain.gateway;

import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.SessionId;
import java.util.Optional;

/** What a customer's decisions made of an engineer's seat on a gateway. */
public sealed interface SeatReport {
  EngineerId engineer();

  /**
   * A command that asked for a session on a gateway was decided on, or will never be.
   *
   * @param claim the command
   * @param session that began by it; empty where none did
   */
  record SeatAnswered(EngineerId engineer, CommandId claim, Optional<SessionId> session)
      implements SeatReport {}

  /** A session on a gateway ended, whatever ended it. */
  record SeatLeft(EngineerId engineer, SessionId session) implements SeatReport {}
}
