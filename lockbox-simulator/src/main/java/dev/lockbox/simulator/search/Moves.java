package dev.lockbox.simulator.search;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be asked in a situation. Each actor has one attempt of each kind, so that asking again
 * is a repeat; and the id of an approval is used again for a denial.
 */
final class Moves {
  static final TenantId TENANT = new TenantId("contoso");
  static final RequestId ONE = new RequestId(TENANT, "req-1");

  static final RequestId OTHER = new RequestId(TENANT, "req-2");
  private static final PersonId SERVICE = new PersonId("jit-service");
  private static final PersonId EVA = new PersonId("eva");
  private static final List<PersonId> ACTORS =
      Stream.of("anna", "ben", "eva").map(PersonId::new).toList();

  private Moves() {}

  static List<RequestCommand> from(Situation situation) {
    var moves = new ArrayList<RequestCommand>();
    for (var request : List.of(ONE, OTHER)) {
      var version = situation.of(request).version();
      moves.add(open(request));
      moves.add(new EnforceDeadline(request));
      ACTORS.forEach(actor -> moves.addAll(of(actor, request, version)));
    }
    return moves;
  }

  private static List<RequestCommand> of(PersonId actor, RequestId request, long version) {
    return List.of(
        new Approve(request, by(actor, "approve"), Optional.empty(), version, Optional.empty()),
        new Deny(request, by(actor, "deny"), Optional.empty()),
        new Deny(request, by(actor, "approve"), Optional.empty()),
        new Revoke(request, by(actor, "revoke"), Optional.empty()));
  }

  private static OpenRequest open(RequestId request) {
    return new OpenRequest(
        request,
        by(SERVICE, "open"),
        new Asked(
            EVA,
            new PersonalText(EVA, "reading logs"),
            Optional.empty(),
            List.of(new ActionName("k8s.pod.logs")),
            List.of(new ResourceName("/clusters/aro1/ns/openshift-etcd")),
            Optional.empty()));
  }

  private static Attempt by(PersonId actor, String id) {
    return new Attempt(actor, new DecisionId(id));
  }
}
