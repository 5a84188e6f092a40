package dev.lockbox.api.hop;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.identity.TenantId;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/**
 * Has a request answered by whoever keeps the view it is about; the last thing before a route, so
 * that whoever is turned away is so where they call. Only whether a caller's issuer speaks for them
 * is looked at behind it, where that can be told. What says that it was passed on goes no further,
 * whoever says it: instances that do not share a key must not send it to and fro.
 */
@ServerFilter({"/v1/**", "/portal/**", "/subscriptions/**", "/providers/**", "/.well-known/**"})
@Requires(property = "lockbox.view.address")
@Order(Ordered.LOWEST_PRECEDENCE - 1)
final class PassOn {
  private final Hops hops;
  private final Executor blocking;

  PassOn(Hops hops, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.hops = hops;
    this.blocking = blocking;
  }

  /** Another instance is asked on a thread that may wait. */
  @RequestFilter
  CompletionStage<Optional<HttpResponse<?>>> enter(HttpRequest<?> request) {
    return AboutWhom.of(request)
        .filter(tenant -> !hops.isHere(tenant))
        .<CompletionStage<Optional<HttpResponse<?>>>>map(
            tenant ->
                Stamp.isOn(request)
                    ? CompletableFuture.completedFuture(Optional.of(notHere()))
                    : CompletableFuture.supplyAsync(() -> passOn(tenant, request), blocking))
        .orElse(CompletableFuture.completedFuture(Optional.empty()));
  }

  /** Empty where it has come here meanwhile. */
  private Optional<HttpResponse<?>> passOn(TenantId tenant, HttpRequest<?> request) {
    try {
      return hops.pass(tenant, Call.of(request))
          .<HttpResponse<?>>map(passed -> passed.handOn(request));
    } catch (ProblemException noAnswer) {
      return Optional.of(noAnswer.problem().response());
    }
  }

  static HttpResponse<?> notHere() {
    return Problem.of(Code.ELSEWHERE, "What is asked about is not here; ask again in a moment.")
        .response()
        .header(Passed.ELSEWHERE, "true");
  }
}
