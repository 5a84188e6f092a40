package dev.lockbox.simulator.search;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  static final PersonId ANNA = new PersonId("anna");
  static final PersonId BEN = new PersonId("ben");
  static final PersonId EVA = new PersonId("eva");

  private static final PersonId SERVICE = new PersonId("jit-service");
  private static final List<PersonId> ACTORS = List.of(ANNA, BEN, EVA);

  private final Map<Place, List<Move>> known = new HashMap<>();
  private final Map<Content, String> names = new HashMap<>();

  /** One thing to ask, and the fingerprint of it. */
  record Move(RequestCommand command, Fingerprint content) {}

  private record Place(RequestId request, long version) {}

  private record Content(RequestId request, Fingerprint of) {}

  List<Move> from(Situation situation) {
    return Stream.of(ONE, OTHER)
        .map(request -> new Place(request, situation.of(request).version()))
        .flatMap(place -> known.computeIfAbsent(place, this::at).stream())
        .toList();
  }

  /** What was asked of this request, without saying of which and by whom. */
  String nameOf(RequestId request, Fingerprint content) {
    return names.getOrDefault(new Content(request, content), content.hex());
  }

  private List<Move> at(Place place) {
    var request = place.request();
    var commands = new ArrayList<RequestCommand>();
    commands.add(open(request));
    commands.add(new EnforceDeadline(request));
    ACTORS.forEach(actor -> commands.addAll(of(actor, request, place.version())));
    return commands.stream().map(command -> named(command, place)).toList();
  }

  private Move named(RequestCommand command, Place place) {
    var content = command.content();
    var name = command instanceof Approve yes ? "Approve of " + yes.ifVersion() : command.name();
    names.put(new Content(place.request(), content), name);
    return new Move(command, content);
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
