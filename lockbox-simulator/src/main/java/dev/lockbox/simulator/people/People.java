package dev.lockbox.simulator.people;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.Posture;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RolesEvent.MembershipExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequestExpired;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.log.Partition;
import dev.lockbox.simulator.node.Topics;
import dev.lockbox.simulator.record.Heard;
import dev.lockbox.simulator.record.Places;
import dev.lockbox.simulator.record.Provenances;
import dev.lockbox.simulator.record.Signed;
import dev.lockbox.simulator.record.Written;
import dev.lockbox.simulator.variant.Flaw;
import dev.lockbox.simulator.variant.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everybody who asks, and what they remember. They read committed records only. */
public final class People {
  private final Topics topics;
  private final Variant variant;
  private final List<Sent> sent = new ArrayList<>();
  private final List<Heard> heard = new ArrayList<>();
  private final List<Signed> signed = new ArrayList<>();
  private int ids;
  private int examinations;

  private record Sent(Written.Readable record, Wish.Door door) {}

  public People(Topics topics, Variant variant) {
    this.topics = topics;
    this.variant = variant;
  }

  public void ask(Wish wish, Details details) {
    var command = wish.made(details);
    if (isTurnedAway(command)) {
      return;
    }
    send(new Sent(Written.Readable.of(freshId(), command), wish.door()));
  }

  /** At the API's door, before anything is appended. */
  private boolean isTurnedAway(Command command) {
    return command instanceof ReleaseGrants release
        && !release.by().actor().equals(Cast.OPERATOR)
        && !variant.has(Flaw.RELEASED_BY_ANYBODY);
  }

  /** An earlier command once more: the same attempt, in a record of its own. */
  public void retry(int back) {
    earlier(back).ifPresent(one -> send(new Sent(one.record().under(freshId()), one.door())));
  }

  /** The very same record once more, as a producer may that did not hear of its first success. */
  public void appendTwice(int back) {
    earlier(back).ifPresent(one -> placeOf(one).append(one.record()));
  }

  /** A readable command, where it does not belong. */
  public void misplace(int back) {
    earlier(back)
        .ifPresent(
            one -> {
              var wrong =
                  Places.PARTITIONS - 1 - Places.partitionOf(one.record().command().tenant());
              var record = one.record().under(freshId());
              topics.commands().get(wrong).append(record);
            });
  }

  /**
   * @param name whom its key names: 0 the tenant, on its own partition; 1 nobody; 2 the tenant, on
   *     another partition than its own
   */
  public void litter(Wish.Door door, TenantId tenant, int name) {
    var key = name == 1 ? Optional.<TenantId>empty() : Optional.of(tenant);
    var own = Places.partitionOf(tenant);
    var place = topics.commands().get(name == 2 ? Places.PARTITIONS - 1 - own : own);
    (door == Wish.Door.INTAKE ? topics.requests() : place).append(new Written.Garbage(key));
  }

  /** What was found of a device is told for every tenant. */
  public void examined(int device, boolean compliant, Duration ago) {
    var at = topics.requests().clock().minus(ago);
    var by = Gateway.by("examined-" + ++examinations);
    var posture = new Posture(Gateway.device(device), by, compliant, at);
    topics.requests().append(new Written.OfDevice(posture));
  }

  private Optional<Sent> earlier(int back) {
    return sent.isEmpty()
        ? Optional.empty()
        : Optional.of(sent.get(sent.size() - 1 - back % sent.size()));
  }

  private CommandId freshId() {
    return new CommandId("command-" + ++ids);
  }

  private void send(Sent one) {
    sent.add(one);
    var place = placeOf(one);
    var askedAt = place.end();
    place.append(one.record());
    if (one.door() == Wish.Door.API) {
      waitFor(one.record(), askedAt);
    }
  }

  private void waitFor(Written.Readable record, long askedAt) {
    var command = record.command();
    var waiting =
        new Heard(
            command.tenant(),
            command.about(),
            record.id(),
            command.attempt().orElseThrow(),
            record.content(),
            askedAt,
            Heard.Answer.NONE,
            0,
            0);
    heard.add(
        variant.has(Flaw.APPEND_TAKEN_FOR_THE_VERDICT)
            ? waiting.told(Heard.Answer.YES, askedAt + 1, 0)
            : waiting);
  }

  private Partition<Written> placeOf(Sent one) {
    return one.door() == Wish.Door.INTAKE
        ? topics.requests()
        : topics.commandsOf(one.record().command().tenant());
  }

  /** Everybody who waits reads on. */
  public void listen() {
    heard.replaceAll(this::listen);
  }

  private Heard listen(Heard waiting) {
    return waiting.answer() == Heard.Answer.NONE
        ? verdictOn(waiting).map(verdict -> told(waiting, verdict)).orElse(waiting)
        : waiting;
  }

  private Heard told(Heard waiting, Recorded verdict) {
    var answer = isNo(verdict) ? Heard.Answer.NO : Heard.Answer.YES;
    var end = topics.commandsOf(waiting.tenant()).end();
    return waiting.told(answer, end, verdict.sequence());
  }

  private static boolean isNo(Recorded verdict) {
    return verdict.event() instanceof CommandRefused || verdict.event() instanceof RequestFaulted;
  }

  /** What ends with it, or by itself before it, is no verdict; what a gateway may is one. */
  private Optional<Recorded> verdictOn(Heard waiting) {
    var events = topics.events().get(Places.partitionOf(waiting.tenant()));
    var read =
        variant.has(Flaw.EVENTS_HEARD_UNCOMMITTED) ? events.uncommitted(0) : events.committed(0);
    return read.stream()
        .map(Entry::value)
        .filter(recorded -> !isBeside(recorded.event()))
        .filter(recorded -> recorded.event().tenant().equals(waiting.tenant()))
        .filter(recorded -> recorded.event().about().equals(waiting.about()))
        .filter(recorded -> answers(waiting, recorded))
        .findFirst();
  }

  private static boolean isBeside(Event event) {
    return event instanceof SessionEvent happened && !isSaidOfAnAction(happened)
        || event instanceof MembershipExpired
        || event instanceof MembershipRequestExpired;
  }

  private static boolean isSaidOfAnAction(SessionEvent event) {
    return event instanceof ActionAuthorised || event instanceof ActionDenied;
  }

  /** Its own verdict, or that of the same attempt made earlier. */
  private static boolean answers(Heard waiting, Recorded recorded) {
    var same = new Provenance(waiting.attempt(), waiting.content());
    return recorded.cause().equals(waiting.id())
        || Provenances.of(recorded.event()).filter(same::equals).isPresent();
  }

  /** Somebody put a key of theirs to something. */
  public void note(Signed one) {
    signed.add(one);
  }

  /** All that anybody ever signed, in turn. */
  public List<Signed> signed() {
    return List.copyOf(signed);
  }

  /** What each caller of the API was told. */
  public List<Heard> heard() {
    return List.copyOf(heard);
  }
}
