package dev.lockbox.bench.bed;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers with bytes that it was given, for everybody: what the same server does where nothing is
 * looked up and nobody is asked who they are.
 */
@Controller(Still.PATH)
final class Still {
  /** Where no token is needed. */
  static final String PATH = "/docs/still";

  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

  void keep(String name, byte[] answer) {
    answers.put(name, answer.clone());
  }

  @Get(value = "/{name}", produces = MediaType.APPLICATION_JSON)
  byte @Nullable [] answer(String name) {
    return answers.get(name);
  }
}
