package dev.lockbox.api.view;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As whom a customer is shown the provider's engineers: by the pseudonym that came with a request,
 * where one did, and by their id otherwise. For one answer, and one thread.
 */
final class Names {
  private static final String NOT_AFTER = "(?<![A-Za-z0-9@_-])";
  private static final String NOT_BEFORE = "(?![A-Za-z0-9@_-])";

  private final View view;
  private final Map<Sought, String> found = new HashMap<>();
  private final Map<RequestId, Optional<Opening>> openings = new HashMap<>();

  Names(View view) {
    this.view = view;
  }

  private record Sought(EngineerId engineer, Optional<RequestId> request) {}

  /**
   * As whom an engineer is shown beside a request. Where it is none of theirs, or there is none, by
   * a pseudonym that came with another, so that nothing tells who goes by it.
   */
  String of(EngineerId engineer, Optional<RequestId> request) {
    return found.computeIfAbsent(new Sought(engineer, request), this::look);
  }

  private String look(Sought sought) {
    var engineer = sought.engineer();
    return sought
        .request()
        .flatMap(this::opening)
        .filter(opened -> opened.asked().engineer().equals(engineer.person()))
        .map(Opening::shownEngineer)
        .or(() -> view.pseudonym(engineer))
        .orElse(engineer.person().value());
  }

  /** As whom somebody is shown who did something about a request: its engineer, or anybody. */
  String of(PersonId actor, Optional<RequestId> request) {
    return request
        .flatMap(this::opening)
        .filter(opened -> opened.asked().engineer().equals(actor))
        .map(Opening::shownEngineer)
        .orElse(actor.value());
  }

  /** Words for people about a request, with its engineer named in them as they are shown. */
  String in(String words, Optional<RequestId> request) {
    return request.flatMap(this::opening).map(opened -> named(words, opened)).orElse(words);
  }

  private static String named(String words, Opening opened) {
    var id = Pattern.quote(opened.asked().engineer().value());
    return Pattern.compile(NOT_AFTER + id + NOT_BEFORE)
        .matcher(words)
        .replaceAll(Matcher.quoteReplacement(opened.shownEngineer()));
  }

  private Optional<Opening> opening(RequestId request) {
    return openings.computeIfAbsent(
        request, sought -> view.find(sought).flatMap(AccessRequest::opened));
  }
}
