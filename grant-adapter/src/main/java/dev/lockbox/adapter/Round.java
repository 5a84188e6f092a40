package dev.lockbox.adapter;

import dev.lockbox.adapter.Step.Acknowledge;
import dev.lockbox.adapter.Step.Create;
import dev.lockbox.adapter.Step.Remove;
import dev.lockbox.adapter.target.Listed;
import dev.lockbox.adapter.target.Listing;
import dev.lockbox.adapter.target.Target;
import dev.lockbox.adapter.target.TargetFailed;
import dev.lockbox.adapter.target.TargetFailed.Scope;
import dev.lockbox.domain.identity.RequestId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look at the target, and all that comes of it; one after the other, on one thread. */
final class Round {
  private static final Logger LOG = LoggerFactory.getLogger(Round.class);

  private final Knowledge knowledge;
  private final Target target;
  private final Reports reports;
  private final Practice practice;
  private final Condition condition;
  private final InstantSource clock;
  private final Provisioning provisioning;
  private final Tries tries = new Tries();
  private final Strays strays = new Strays();
  private final Set<RequestId> acknowledged = new HashSet<>();

  /** As the target last listed them, and with what was done since. */
  private Set<Listed> lastListed = new HashSet<>();

  /** Whether Kafka did not take something in this round; then nothing more is told in it. */
  private boolean isUnwritten;

  Round(
      Knowledge knowledge,
      Target target,
      Reports reports,
      Practice practice,
      Condition condition,
      InstantSource clock) {
    this.knowledge = knowledge;
    this.target = target;
    this.reports = reports;
    this.practice = practice;
    this.condition = condition;
    this.clock = clock;
    this.provisioning = new Provisioning(practice.notProvisionedAfter());
  }

  /**
   * Nothing is done before the log has been read to its end once: until then nobody knows whose
   * what is found may be.
   *
   * @return when something is to be done at the latest; empty when another look is due at once
   */
  Optional<Instant> look() {
    var known = knowledge.grants().orElse(null);
    var now = clock.instant();
    condition.reading(knowledge.isCurrent(now), known != null);
    if (known == null) {
      return Optional.of(now.plus(practice.every()));
    }
    isUnwritten = false;
    known.forget(now.minus(practice.removedWithin()));
    // A list may take long, and what is known to be there and must go does not wait for it.
    var before = practice.plan(known.all(), target);
    var isProgress = take(before.steps(Listing.unread(lastListed, "not asked"), now, false));
    var listing = list();
    var plan = practice.plan(known.all(), target);
    isProgress |= take(steps(plan, listing, clock.instant()));
    var after = clock.instant();
    tell(plan, listing, after);
    condition.strays(strays.untold().size());
    condition.notRemoved(tries.notRemoved(after.minus(practice.removedWithin())));
    condition.granted(plan.opened(after).size(), plan.withheld(after));
    return isProgress ? Optional.empty() : Optional.of(next(plan, after));
  }

  /** Where the target does not say what there is, there is what was there when it last said. */
  private Listing list() {
    try {
      var listing = target.list().and(lastListed);
      condition.listed(listing);
      return listing;
    } catch (TargetFailed failed) {
      condition.notListed(failed);
      return Listing.unread(lastListed, failed.what());
    }
  }

  private List<Step> steps(Reconciliation plan, Listing listing, Instant now) {
    var steps = plan.steps(listing, now, knowledge.isCurrent(now));
    strays.keep(listing.listed());
    lastListed = new HashSet<>(listing.listed());
    acknowledged.retainAll(plan.grants().keySet());
    tries.keep(steps);
    return steps;
  }

  /** Once the target fails as a whole it is asked for nothing more in this round. */
  private boolean take(Collection<Step> steps) {
    var isProgress = false;
    for (var step : tries.inOrder(steps)) {
      var now = clock.instant();
      if (!tries.isDue(step, now)) {
        continue;
      }
      try {
        isProgress |= take(step, now);
        tries.taken(step, now);
      } catch (TargetFailed failed) {
        tries.taken(step, clock.instant());
        condition.failed(step, failed);
        if (failed.scope() == Scope.TARGET) {
          return isProgress;
        }
      }
    }
    return isProgress;
  }

  private boolean take(Step step, Instant now) throws TargetFailed {
    return switch (step) {
      case Remove remove -> {
        found(remove, now);
        target.remove(remove.id());
        lastListed.remove(remove.listed());
        LOG.info("Removed {}", remove.listed());
        yield true;
      }
      case Create create -> create(create, now);
      case Acknowledge closed -> acknowledge(closed.request());
    };
  }

  /** What was wanted when the round began may have been revoked since. */
  private boolean create(Create create, Instant now) throws TargetFailed {
    var isStillWanted =
        knowledge
            .grants()
            .flatMap(grants -> grants.find(create.assignment().request()))
            .filter(grant -> grant.opens(now) && grant.isKeptBy(practice.kept()))
            .isPresent();
    if (!isStillWanted || !knowledge.isCurrent(now)) {
      return false;
    }
    var place =
        create
            .place()
            .orElseThrow(
                () -> new TargetFailed(Scope.ASSIGNMENT, "nothing at the target stands for it"));
    target.create(create.assignment(), place, create.until());
    lastListed.add(place);
    LOG.info("Created {} until {}", create.assignment(), create.until());
    return true;
  }

  private boolean acknowledge(RequestId request) {
    if (acknowledged.contains(request) || !isWritten(() -> reports.closed(request))) {
      return false;
    }
    LOG.info("Said that {} is closed", request);
    return acknowledged.add(request);
  }

  /** The log is told before it is removed, where it can be; a round waits for Kafka once. */
  private void found(Remove remove, Instant now) {
    if (!remove.findings().isEmpty() && strays.find(remove, now)) {
      LOG.error("Nobody granted {}: {}", remove.listed(), remove.findings());
      condition.foundUngranted();
      tellStrays();
    }
  }

  private void tell(Reconciliation plan, Listing listing, Instant now) {
    tellStrays();
    for (var news : provisioning.look(plan.opened(now), plan.provisioned(listing, now), now)) {
      if (isWritten(() -> reports.tell(news))) {
        provisioning.told(news);
      }
    }
    condition.missing(provisioning.missing(now));
  }

  /** Whose nobody can read cannot be said in anybody's history. */
  private void tellStrays() {
    for (var stray : strays.untold()) {
      var says = stray.found().listed().says();
      if (says.isEmpty() || isWritten(() -> reports.tell(stray, says.get()))) {
        strays.told(stray);
      }
    }
  }

  private boolean isWritten(Runnable report) {
    if (isUnwritten) {
      return false;
    }
    try {
      report.run();
      condition.written();
      return true;
    } catch (KafkaException unwritten) {
      isUnwritten = true;
      condition.unwritten(unwritten);
      return false;
    }
  }

  /** What is due and was not done waits with the rest: the target is in trouble. */
  private Instant next(Reconciliation plan, Instant now) {
    var latest = now.plus(practice.every());
    var ends = plan.opened(now).values().stream().map(Grant::shutFrom);
    return Stream.concat(ends, tries.due())
        .filter(now::isBefore)
        .filter(latest::isAfter)
        .min(Instant::compareTo)
        .orElse(latest);
  }
}
