package dev.lockbox.testkit.promise;

import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.testkit.promise.Told.Tried;
import dev.lockbox.testkit.run.Operation;
import dev.lockbox.testkit.run.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * A denial or revocation that was acknowledged is in effect from then on: no grant comes behind it,
 * and the request stands closed.
 */
final class NoIsKept implements Promise {

  @Override
  public List<Broken> judge(Run run) {
    var told = new Told(run);
    var attempts = told.byAttempt();
    var requests = told.byRequest();
    var states = States.newest(run);
    var broken = new ArrayList<Broken>();
    for (var operation : run.operations()) {
      if (operation.isNo() && operation.isAccepted()) {
        var no =
            attempts
                .getOrDefault(Tried.of(operation.request(), operation.attempt()), List.of())
                .stream()
                .filter(Told::isAccepted)
                .findFirst();
        requests.getOrDefault(operation.request(), List.of()).stream()
            .filter(entry -> isYes(entry.message().event()))
            .filter(entry -> no.isEmpty() || no.get().isBefore(entry))
            .forEach(
                entry ->
                    broken.add(
                        Broken.of(
                            this,
                            operation.request(),
                            entry,
                            "granted after " + operation.told())));
        var state = states.get(operation.request());
        if (state != null && isOpen(state.message().state())) {
          broken.add(stillOpen(operation, state.where()));
        }
      }
    }
    return broken;
  }

  private static boolean isYes(Event event) {
    return event instanceof RequestApproved
        || event instanceof AccessScheduled
        || event instanceof AccessStarted;
  }

  private static boolean isOpen(AccessRequest state) {
    return state instanceof AccessRequest.Pending
        || state instanceof AccessRequest.Scheduled
        || state instanceof AccessRequest.Granted;
  }

  private Broken stillOpen(Operation operation, String where) {
    return Broken.of(this, operation.request(), where, "still open after " + operation.told());
  }
}
