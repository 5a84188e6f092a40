package dev.lockbox.processor;

import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.DevicePostureChanged;
import dev.lockbox.domain.SessionEvent.SessionActive;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.TargetEvent;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.processor.store.Requests;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Ends what was granted for one use once it has had one: the last session under it is over, or
 * something was done under it outside of any open session. By a command like anybody's, in the
 * transaction in which that happened, so that it is neither forgotten nor done twice: every one of
 * them for a request is the same attempt.
 */
final class UsedUp {
  /** Whom the record names as the one who asked. */
  private static final PersonId PROCESSOR = new PersonId("lockbox-processor");

  private static final DecisionId USED = new DecisionId("used");

  private final ProcessorContext<byte[], byte[]> context;
  private final Format<LoggedCommand> commands;
  private final Requests requests;

  UsedUp(
      ProcessorContext<byte[], byte[]> context, Format<LoggedCommand> commands, Requests requests) {
    this.context = context;
    this.commands = commands;
    this.requests = requests;
  }

  /**
   * @param cause the record that led to it
   */
  void after(List<Verdict.SessionsMoved> each, Found cause) {
    var place = 0;
    for (var moved : each) {
      for (var request : used(moved)) {
        var finish =
            requests
                .grant(request)
                .flatMap(
                    shown -> finish(request, (Granted) shown.state(), moved.after().engineer()));
        if (finish.isPresent()) {
          append(finish.get(), cause, place);
        }
        place++;
      }
    }
  }

  private static List<RequestId> used(Verdict.SessionsMoved moved) {
    return moved.events().stream()
        .flatMap(event -> used(event).stream())
        .distinct()
        .filter(request -> !isOpen(moved.after().state(), request))
        .toList();
  }

  private static Optional<RequestId> used(SessionEvent event) {
    return switch (event) {
      case SessionEnded ended -> Optional.of(ended.request());
      case ActionPerformed done -> done.about();
      case SessionStarted started -> Optional.empty();
      case SessionActive active -> Optional.empty();
      case ActionAuthorised authorised -> Optional.empty();
      case ActionDenied denied -> Optional.empty();
      case DevicePostureChanged changed -> Optional.empty();
      case UseSummarised summarised -> Optional.empty();
      case TargetEvent found -> Optional.empty();
    };
  }

  private static boolean isOpen(Sessions state, RequestId request) {
    return state.open().values().stream().anyMatch(one -> one.request().equals(request));
  }

  /** Nobody uses up what is another's. */
  private static Optional<FinishAccess> finish(
      RequestId request, Granted grant, EngineerId engineer) {
    var isTheirs = grant.opening().asked().engineer().equals(engineer.person());
    return grant.isForOneUse() && isTheirs
        ? Optional.of(new FinishAccess(request, new Attempt(PROCESSOR, USED), engineer.person()))
        : Optional.empty();
  }

  private void append(FinishAccess finish, Found cause, int place) {
    var id = "used-%s-%s-%s".formatted(cause.partition(), cause.offset(), place);
    var command = new LoggedCommand(new CommandId(id), finish);
    context.forward(
        new Record<>(commands.key(command), commands.value(command), context.currentSystemTimeMs()),
        LockboxTopology.FREEZE_COMMANDS);
  }
}
