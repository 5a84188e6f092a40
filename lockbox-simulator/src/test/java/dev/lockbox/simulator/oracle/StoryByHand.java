package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.record.Heard;
import dev.lockbox.simulator.record.Provided;
import dev.lockbox.simulator.record.Quarantined;
import dev.lockbox.simulator.record.Signed;
import dev.lockbox.simulator.record.Standing;
import dev.lockbox.simulator.record.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One request of one tenant, with all that stands on the log about it, written by hand. */
abstract class StoryByHand {
  static final TenantId CONTOSO = new TenantId("contoso");

  static final RequestId REQUEST = new RequestId(CONTOSO, "req-1");

  static final PersonId ANNA = new PersonId("anna");

  static final PersonId BEN = new PersonId("ben");

  static final PersonId EVA = new PersonId("eva");

  static final PersonId JIT = new PersonId("jit");

  static final Asked ASKED =
      new Asked(
          EVA,
          new PersonalText(EVA, "reading logs"),
          Optional.empty(),
          List.of(new ActionName("k8s.pod.logs")),
          List.of(new ResourceName("/clusters/aro1")),
          Optional.empty());

  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  static final Duration AN_HOUR = Duration.ofHours(1);

  static final Duration EIGHT_HOURS = Duration.ofHours(8);

  static final Duration FOUR_DAYS = Duration.ofDays(4);

  final List<Entry<Written>> commands = new ArrayList<>();

  final List<Entry<Recorded>> events = new ArrayList<>();

  final List<Entry<Quarantined>> quarantine = new ArrayList<>();

  final List<Heard> heard = new ArrayList<>();

  final List<Signed> signed = new ArrayList<>();

  Optional<Standing> standing = Optional.empty();

  Deployment provider = Deployment.DEFAULTS;

  void registered() {
    var members =
        new Membership(
            "Premier",
            Set.of(Member.of("anna", "anna@x.example"), Member.of("ben", "ben@x.example")),
            Set.of(),
            Set.of());
    var register = new RegisterTenant(CONTOSO, by(new PersonId("operator"), "register"), members);
    happened(register, NOON, 1, new TenantRegistered(CONTOSO, NOON, provenance(register), members));
  }

  void opened() {
    var open = new OpenRequest(REQUEST, by(JIT, "open"), ASKED);
    var event =
        new RequestOpened(
            REQUEST,
            NOON,
            provenance(open),
            ASKED,
            EIGHT_HOURS,
            Set.of(ANNA, BEN),
            NOON.plus(FOUR_DAYS));
    happened(open, NOON, 1, event);
    standing =
        Optional.of(new Standing(REQUEST, "Pending", 1, Optional.empty(), Optional.empty(), false));
  }

  void approved(PersonId who, Instant at) {
    approved(who, at, EIGHT_HOURS);
  }

  void approved(PersonId who, Instant at, Duration accessFor) {
    approved(who, at, accessFor, 1);
  }

  /** Having read the request in this version, which is its newest. */
  void approved(PersonId who, Instant at, Duration accessFor, long read) {
    var approve = new Approve(REQUEST, by(who, "yes"), Optional.empty(), read, Optional.empty());
    var until = at.plus(accessFor);
    var by = provenance(approve);
    happened(approve, at, read + 1, new RequestApproved(REQUEST, at, by, Optional.empty(), until));
    granted(read + 1, until, lasting(accessFor));
  }

  void granted(long version, Instant until, Terms opens) {
    standing =
        Optional.of(
            new Standing(
                REQUEST, "Granted", version, Optional.of(until), Optional.of(opens), false));
  }

  static Terms lasting(Duration accessFor) {
    return new Terms(ASKED.actions(), ASKED.resources(), accessFor);
  }

  void happened(Command command, Instant at, long version, Event event) {
    var id = new CommandId("command-" + commands.size());
    commands.add(new Entry<>(commands.size(), at, Written.Readable.of(id, command)));
    record(new Recorded(events.size() + 1, version, id, event));
  }

  void record(Recorded recorded) {
    events.add(new Entry<>(events.size(), recorded.event().at(), recorded));
  }

  static Attempt by(PersonId who, String id) {
    return new Attempt(who, new DecisionId(id));
  }

  static Provenance provenance(Command command) {
    return new Provenance(command.attempt().orElseThrow(), command.content());
  }

  void thenBroken(String invariant) {
    assertThat(judged()).map(Broken::invariant).contains(invariant);
  }

  Optional<Broken> judged() {
    return Oracle.judge(evidence(Evidence.Extent.RUNNING));
  }

  Evidence evidence(Evidence.Extent extent) {
    return new Evidence(
        List.of(),
        List.of(commands, List.of()),
        List.of(events, List.of()),
        quarantine,
        standing.stream().toList(),
        heard,
        signed,
        List.of(),
        Provided.by(provider),
        extent);
  }
}
