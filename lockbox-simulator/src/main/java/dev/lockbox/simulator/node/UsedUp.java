package dev.lockbox.simulator.node;

import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.simulator.log.Producer;
import dev.lockbox.simulator.record.UsingUp;
import dev.lockbox.simulator.record.Written;
import dev.lockbox.simulator.variant.Flaw;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the end of what was granted for one use once it has had one, in the transaction in which
 * that happened.
 */
final class UsedUp {
  private final Setting setting;
  private final int partition;
  private final Memory memory;

  UsedUp(Setting setting, int partition, Memory memory) {
    this.setting = setting;
    this.partition = partition;
    this.memory = memory;
  }

  void after(List<Verdict.SessionsMoved> each, long offset, Producer producer) {
    var place = 0;
    for (var moved : each) {
      for (var request : used(moved)) {
        if (isTheirUse(request, moved.engineer())) {
          finish(request, moved.engineer(), UsingUp.by(partition, offset, place), producer);
        }
        place++;
      }
    }
  }

  private static List<RequestId> used(Verdict.SessionsMoved moved) {
    return moved.events().stream()
        .flatMap(event -> used(event).stream())
        .distinct()
        .filter(request -> !isOpen(moved.after(), request))
        .toList();
  }

  private static Optional<RequestId> used(SessionEvent event) {
    return switch (event) {
      case SessionEnded ended -> Optional.of(ended.request());
      case ActionPerformed done -> done.about();
      case SessionEvent other -> Optional.empty();
    };
  }

  private static boolean isOpen(Sessions state, RequestId request) {
    return state.open().values().stream().anyMatch(one -> one.request().equals(request));
  }

  private boolean isTheirUse(RequestId request, EngineerId engineer) {
    return memory.request(request) instanceof Kept.Readable kept
        && kept.state() instanceof Granted grant
        && grant.isForOneUse()
        && grant.opening().asked().engineer().equals(engineer.person());
  }

  private void finish(RequestId request, EngineerId engineer, CommandId id, Producer producer) {
    var finish = new FinishAccess(request, UsingUp.ATTEMPT, engineer.person());
    var told = Written.Readable.of(id, finish);
    var commands = setting.topics().commands().get(partition);
    if (setting.variant().has(Flaw.USED_UP_OUTSIDE_THE_TRANSACTION)) {
      commands.append(told);
    } else if (!setting.variant().has(Flaw.USED_UP_STAYS)) {
      producer.append(commands, told);
    }
  }
}
