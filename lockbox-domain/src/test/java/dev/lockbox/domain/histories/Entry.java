package dev.lockbox.domain.histories;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.ApprovalRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One thing that befell one request. */
sealed interface Entry {
  RequestId request();

  Instant at();

  AccessRequest before();

  List<RequestEvent> events();

  /** A command, under the rules of that moment, and its answer. */
  record Asked(
      RequestCommand command,
      Optional<ApprovalRules> rules,
      Instant at,
      AccessRequest before,
      Decision<RequestEvent> decision)
      implements Entry {
    @Override
    public RequestId request() {
      return command.request();
    }

    @Override
    public List<RequestEvent> events() {
      return decision instanceof Accepted<RequestEvent> yes ? yes.events() : List.of();
    }
  }

  /** The shell found the request's history impossible. */
  record Fault(RequestEvent.RequestFaulted event, AccessRequest before) implements Entry {
    @Override
    public RequestId request() {
      return event.request();
    }

    @Override
    public Instant at() {
      return event.at();
    }

    @Override
    public List<RequestEvent> events() {
      return List.of(event);
    }
  }
}
