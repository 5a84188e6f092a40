package dev.lockbox.api.access;

import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import java.util.Optional;

/**
 * May this engineer do this, here, now?
 *
 * @param subjectType what who is asked about is, in the asker's words
 * @param deed what is to be done; nothing of it has happened
 * @param request whose grant it must be under; empty for any of the engineer's
 * @param session it is to be done in; empty where none is told
 * @param keeping what is kept meanwhile
 */
record Question(
    String subjectType,
    EngineerId engineer,
    Deed deed,
    Optional<RequestId> request,
    Optional<SessionId> session,
    Keeping keeping) {}
