package dev.lockbox.testkit.promise;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Behind every grant stands an approval on the command log: by another person than the engineer,
 * named when the request was opened, and an approver of the tenant at that place of its history.
 */
final class NoGrantWithoutAnothersApproval implements Promise {

  @Override
  public List<Broken> judge(Run run) {
    Map<CommandId, LoggedCommand> commands =
        run.commands().stream()
            .map(Logged::message)
            .collect(Collectors.toMap(LoggedCommand::id, one -> one, (first, second) -> first));
    return new Told(run)
        .byTenant().values().stream()
            .flatMap(history -> grants(history, commands).stream())
            .toList();
  }

  private List<Broken> grants(
      List<Logged<Recorded>> history, Map<CommandId, LoggedCommand> commands) {
    var broken = new ArrayList<Broken>();
    var opened = new HashMap<RequestId, RequestOpened>();
    Set<PersonId> registry = Set.of();
    for (var entry : history) {
      switch (entry.message().event()) {
        case TenantRegistered event -> registry = Membership.ids(event.membership().approvers());
        case ApproversReplaced event -> registry = Membership.ids(event.approvers());
        case RequestOpened event -> opened.put(event.request(), event);
        case RequestApproved event -> {
          var opening = opened.get(event.request());
          var cause = commands.get(entry.message().cause());
          if (opening == null) {
            broken.add(Broken.of(this, event.request(), entry, "granted and never opened"));
          } else {
            objections(event, opening, registry, cause)
                .forEach(why -> broken.add(Broken.of(this, event.request(), entry, why)));
          }
        }
        default -> {} // nothing else grants
      }
    }
    return broken;
  }

  private static List<String> objections(
      RequestApproved event,
      RequestOpened opening,
      Set<PersonId> registry,
      @Nullable LoggedCommand cause) {
    var who = event.by().actor();
    var objections = new ArrayList<String>();
    if (who.equals(opening.asked().engineer())) {
      objections.add("%s approved their own request".formatted(who));
    }
    if (!opening.approvers().contains(who)) {
      objections.add("%s was not named at opening".formatted(who));
    }
    if (!registry.contains(who)) {
      objections.add("%s was no approver of the tenant by then".formatted(who));
    }
    if (cause == null
        || !(cause.command() instanceof Approve approve)
        || !approve.request().equals(event.request())
        || !approve.by().equals(event.by().attempt())
        || !approve.content().equals(event.by().content())) {
      objections.add("there is no such approval on the command log, but " + cause);
    }
    return objections;
  }
}
