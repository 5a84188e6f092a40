package dev.lockbox.testkit.load;

import static org.awaitility.Awaitility.await;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.testkit.run.Operation;
import dev.lockbox.testkit.run.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Lives of requests, many at once, each drawn from the seed and its own number: opened, decided in
 * one of several ways by one or two people, some of them twice, some by the wrong person.
 */
public final class Traffic {
  private static final PersonId EVA = new PersonId("eva");
  private static final long OPEN = 1;
  private static final long GRANTED = 2;
  private static final Duration SHOWN_WITHIN = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final JitService jit;
  private final Approver approver;
  private final Auditor auditor;
  private final List<Customer> customers;
  private final long seed;
  private final AtomicInteger lived = new AtomicInteger();

  /** How a request may fare. */
  private enum Fate {
    APPROVED,
    APPROVED_TWICE,
    DENIED,
    REVOKED,
    DENIED_AFTER_GRANT,
    CONTESTED,
    ASKED_OWN_THEN_DENIED,
    WITHDRAWN,
    RESOLVED,
    STALE_THEN_APPROVED
  }

  public Traffic(
      JitService jit, Approver approver, Auditor auditor, List<Customer> customers, long seed) {
    this.jit = jit;
    this.approver = approver;
    this.auditor = auditor;
    this.customers = List.copyOf(customers);
    this.seed = seed;
  }

  /** How many lives have been led so far. */
  public int lived() {
    return lived.get();
  }

  /**
   * Begins, and returns at once.
   *
   * @param lives how many requests
   * @param atOnce how many of them at a time
   * @return done when the last is; fails when one could not be led to its end
   */
  public CompletableFuture<Void> start(int lives, int atOnce) {
    ExecutorService people = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory());
    var all =
        IntStream.range(0, lives)
            .mapToObj(number -> CompletableFuture.runAsync(() -> live(number), people))
            .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(all).whenComplete((done, failed) -> people.shutdownNow());
  }

  private void live(int number) {
    var random = new Random(seed * 1_000_003 + number);
    var customer = customers.get(random.nextInt(customers.size()));
    var request =
        new RequestId(customer.tenant(), "%s-r%d-%d".formatted(customer.tenant(), seed, number));
    jit.open(request, EVA, Optional.empty()).join();
    var fate = Fate.values()[random.nextInt(Fate.values().length)];
    var first = customer.approvers().get(random.nextInt(customer.approvers().size()));
    var second = customer.approvers().get(random.nextInt(customer.approvers().size()));
    awaitShown(request, first);
    lead(fate, request, first, second);
    lived.incrementAndGet();
  }

  private void lead(Fate fate, RequestId request, PersonId first, PersonId second) {
    switch (fate) {
      case APPROVED -> approver.approve(request, first, "yes", OPEN);
      case APPROVED_TWICE -> {
        approver.approve(request, first, "yes", OPEN);
        approver.approve(request, first, "yes", OPEN);
      }
      case DENIED -> approver.deny(request, first, "no");
      case REVOKED -> {
        approver.approve(request, first, "yes", OPEN);
        approver.revoke(request, second, "back");
      }
      case DENIED_AFTER_GRANT -> {
        approver.approve(request, first, "yes", OPEN);
        approver.deny(request, second, "no");
      }
      case CONTESTED -> contest(request, first, second);
      case ASKED_OWN_THEN_DENIED -> {
        approver.approve(request, EVA, "let-me-in", OPEN);
        approver.deny(request, first, "no");
      }
      case WITHDRAWN -> jit.withdraw(request, EVA).join();
      case RESOLVED -> jit.resolveTicket(request).join();
      case STALE_THEN_APPROVED -> {
        approver.approve(request, first, "stale", GRANTED);
        approver.approve(request, first, "yes", OPEN);
      }
    }
  }

  /** A yes and a no at the same time; both are told what came of it. */
  public List<Operation> contest(RequestId request, PersonId yes, PersonId no) {
    var approval =
        CompletableFuture.supplyAsync(
            () -> approver.approve(request, yes, "yes", OPEN), this::onItsOwn);
    var denial =
        CompletableFuture.supplyAsync(() -> approver.deny(request, no, "no"), this::onItsOwn);
    return List.of(approval.join(), denial.join());
  }

  /** Opens one request and waits until the API shows it. */
  public Outcome open(RequestId request, PersonId reader) {
    var opened = jit.open(request, EVA, Optional.empty()).join();
    awaitShown(request, reader);
    return opened.outcome();
  }

  private void onItsOwn(Runnable task) {
    Thread.ofVirtual().start(task);
  }

  private void awaitShown(RequestId request, PersonId reader) {
    await(request + " to be shown")
        .dontCatchUncaughtExceptions() // of another's threads, whose peers are killed in a run
        .atMost(SHOWN_WITHIN)
        .pollInterval(PAUSE)
        .until(() -> auditor.shows(request, reader));
  }
}
