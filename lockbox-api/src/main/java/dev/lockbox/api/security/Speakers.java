package dev.lockbox.api.security;

import dev.lockbox.api.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * Whether a caller's issuer speaks for their customer now, as the log says; asked for with each
 * request, so that whom the log names no more is nobody at once, on whichever instance. A request
 * that another instance will answer is looked at there, and is not worth asking it twice.
 */
@Singleton
public final class Speakers {
  private static final String SPOKEN_FOR = "lockbox.spoken-for";

  private final Registry registry;
  private final Executor blocking;

  public Speakers(Registry registry, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.registry = registry;
    this.blocking = blocking;
  }

  /**
   * Throws what {@link Registry#find} throws where nobody can tell, and so lets nobody in.
   *
   * @param caller as their issuer has it
   */
  public boolean speakFor(Caller caller) {
    return caller.speaker().speaksFor(registry.find(caller.tenant()));
  }

  /** Whether it can be told without asking another instance. */
  public boolean tellAtOnce(Caller caller) {
    return registry.isHere(caller.tenant());
  }

  /** The same as {@link #speakFor(Caller)}, found out once with each request. */
  public boolean speakFor(Caller caller, HttpRequest<?> request) {
    if (isSaid(request)) {
      return true;
    }
    var isSo = speakFor(caller);
    if (isSo) {
      request.setAttribute(SPOKEN_FOR, true);
    }
    return isSo;
  }

  /**
   * What a filter says where a request comes that nobody speaks for; empty where somebody does.
   * Another instance is asked on a thread that may wait, and what can be told at once is told on
   * this one: with each request, another thread takes longer than what is looked up.
   *
   * @param turnedAway the answer where nobody does
   */
  public CompletionStage<Optional<HttpResponse<?>>> turnAway(
      Caller caller, HttpRequest<?> request, Supplier<HttpResponse<?>> turnedAway) {
    return isSaid(request) || tellAtOnce(caller)
        ? CompletableFuture.completedFuture(answer(caller, request, turnedAway))
        : CompletableFuture.supplyAsync(() -> answer(caller, request, turnedAway), blocking);
  }

  private Optional<HttpResponse<?>> answer(
      Caller caller, HttpRequest<?> request, Supplier<HttpResponse<?>> turnedAway) {
    try {
      return speakFor(caller, request) ? Optional.empty() : Optional.of(turnedAway.get());
    } catch (ProblemException nobodyKnows) {
      return Optional.of(nobodyKnows.problem().response());
    }
  }

  private static boolean isSaid(HttpRequest<?> request) {
    return request.getAttribute(SPOKEN_FOR).isPresent();
  }
}
