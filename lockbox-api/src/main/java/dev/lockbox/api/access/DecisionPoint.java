package dev.lockbox.api.access;

import static java.util.Comparator.comparing;

import dev.lockbox.api.lease.ProvenView;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.view.View;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.session.Grant;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * Says from the view whether an engineer may do something now. Each grant is looked at by itself:
 * two together allow nothing that neither allows. Where nothing can be said, the answer is no.
 */
@Singleton
final class DecisionPoint {
  /** What a gateway may call an engineer; all of the provider's people here are engineers. */
  private static final Set<String> SUBJECTS = Set.of("engineer", "user");

  private final View view;
  private final ProvenView proven;
  private final InstantSource clock;
  private final MeterRegistry meters;

  DecisionPoint(View view, ProvenView proven, InstantSource clock, MeterRegistry meters) {
    this.view = view;
    this.proven = proven;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * What speaks against something.
   *
   * @param reasons none where it may be done
   */
  private record Judged(RequestId request, Granted grant, Set<Reason> reasons) {}

  Verdict decide(Question question) {
    var verdict = verdict(question);
    counted(verdict).increment();
    return verdict;
  }

  private Counter counted(Verdict verdict) {
    return Counter.builder("lockbox.access.decisions")
        .description("Answers to whether an engineer may do something")
        .tag("decision", verdict instanceof Verdict.Yes ? "permit" : "deny")
        .register(meters);
  }

  private Verdict verdict(Question question) {
    try {
      return judged(question);
    } catch (InvalidStateStoreException moving) {
      return Verdict.No.because(Reason.NOT_READY);
    } catch (ProblemException said) {
      if (said.problem().code() == Code.TOO_MANY_GRANTS) {
        return Verdict.No.because(Reason.TOO_MANY_GRANTS);
      }
      throw said;
    }
  }

  private Verdict judged(Question question) {
    var tenant = question.engineer().tenant();
    if (!SUBJECTS.contains(question.subjectType())) {
      return Verdict.No.because(Reason.UNKNOWN_SUBJECT);
    }
    if (view.find(tenant).isEmpty()) {
      return Verdict.No.because(Reason.UNKNOWN_TENANT);
    }
    var now = clock.instant();
    return proven
        .goodUntil(tenant, now)
        .map(good -> judged(question, now, good))
        .orElseGet(() -> Verdict.No.because(Reason.NOT_FRESH));
  }

  private Verdict judged(Question question, Instant now, Instant good) {
    var isFrozen = view.isFrozen(question.engineer().tenant());
    var judged =
        grants(question).entrySet().stream()
            .filter(one -> now.isBefore(one.getValue().accessUntil()))
            .map(one -> judge(question, one.getKey(), one.getValue(), isFrozen, now))
            .toList();
    var yes =
        judged.stream()
            .filter(one -> one.reasons().isEmpty())
            .max(comparing(one -> one.grant().accessUntil()));
    return yes.<Verdict>map(
            one -> new Verdict.Yes(one.request(), one.grant(), until(one.grant(), good)))
        .or(
            () ->
                judged.stream()
                    .min(comparing(one -> one.reasons().size()))
                    .map(one -> new Verdict.No(Optional.of(one.request()), one.reasons())))
        .orElseGet(() -> ungranted(question));
  }

  /** Those that may say yes: of the request that was named alone, where one was. */
  private Map<RequestId, Granted> grants(Question question) {
    return question
        .request()
        .map(
            request ->
                view.find(request).orElse(AccessRequest.UNOPENED) instanceof Granted grant
                    ? Map.of(request, grant)
                    : Map.<RequestId, Granted>of())
        .orElseGet(() -> view.grants(question.engineer()));
  }

  private Verdict.No ungranted(Question question) {
    var isThere =
        question.request().isEmpty() || question.request().flatMap(view::find).isPresent();
    return new Verdict.No(
        question.request(), Set.of(isThere ? Reason.NOT_GRANTED : Reason.NO_REQUEST));
  }

  private Judged judge(
      Question question, RequestId request, Granted grant, boolean isFrozen, Instant now) {
    var reasons =
        Grant.beyond(grant, question.engineer().person(), question.deed()).stream()
            .map(Reason::of)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Reason.class)));
    reasons.addAll(question.keeping().against(grant.terms().conditions()));
    if (isFrozen) {
      reasons.add(Reason.FROZEN);
    }
    if (lacksSession(question, request, grant, now)) {
      reasons.add(Reason.NO_SESSION);
    }
    if (grant.isForOneUse() && view.isUsedUp(request, grant)) {
      reasons.add(Reason.USED_UP);
    }
    return new Judged(request, grant, reasons);
  }

  /**
   * A session that is named must be open. What is for one use needs one: nothing else counts it.
   */
  private boolean lacksSession(Question question, RequestId request, Granted grant, Instant now) {
    if (question.session().isEmpty()) {
      return grant.isForOneUse();
    }
    var named = view.sessions(question.engineer()).open().get(question.session().get());
    return named == null || !named.request().equals(request) || !now.isBefore(named.deadline());
  }

  private static Instant until(Granted grant, Instant good) {
    var end = good.isBefore(grant.accessUntil()) ? good : grant.accessUntil();
    return end.truncatedTo(ChronoUnit.SECONDS);
  }
}
