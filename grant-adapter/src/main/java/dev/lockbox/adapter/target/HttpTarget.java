package dev.lockbox.adapter.target;

import static dev.lockbox.adapter.target.HttpCalls.CREATED;
import static dev.lockbox.adapter.target.HttpCalls.GONE;
import static dev.lockbox.adapter.target.HttpCalls.NOT_FOUND;
import static dev.lockbox.adapter.target.HttpCalls.NO_CONTENT;
import static dev.lockbox.adapter.target.HttpCalls.OK;
import static dev.lockbox.adapter.target.HttpCalls.encoded;
import static dev.lockbox.adapter.target.HttpCalls.mustBe;

import dev.lockbox.adapter.target.TargetFailed.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A target that speaks HTTP as docs/grant-adapter.md has it. */
public final class HttpTarget implements Target {
  /** Assignments that are listed at most; of more, nothing is believed. */
  static final int ASSIGNMENTS_MAX = 200_000;

  private static final String JSON = "application/json";

  private final HttpCalls calls;
  private final int pageSize;

  public HttpTarget(HttpTargetSettings settings) {
    this.calls = new HttpCalls(settings.http(), JSON);
    this.pageSize = settings.pageSize();
  }

  @Override
  public Map<Assignment, Listed> places(Collection<Assignment> ofOneGrant) {
    return Places.OF_EACH_GRANT.places(ofOneGrant);
  }

  @Override
  public boolean couldBe(Set<String> ids, Assignment one) {
    return Places.OF_EACH_GRANT.couldBe(ids, one);
  }

  @Override
  public boolean couldBeUnder(Set<String> beginnings, Assignment one) {
    return Places.OF_EACH_GRANT.couldBeUnder(beginnings, one);
  }

  @Override
  public Listing list() throws TargetFailed {
    var all = new ArrayList<Listed>();
    var seen = new HashSet<String>();
    var cursor = Optional.<String>empty();
    do {
      var answer = calls.ask(calls.request(page(cursor)).GET());
      if (answer.statusCode() != OK) {
        throw new TargetFailed(Scope.TARGET, "listing was answered " + answer.statusCode());
      }
      var page = Pages.read(answer.body());
      all.addAll(page.items());
      cursor = page.next();
      if (all.size() > ASSIGNMENTS_MAX || !cursor.map(seen::add).orElse(true)) {
        throw new TargetFailed(
            Scope.TARGET,
            "the list goes round in circles, or has more than %s".formatted(ASSIGNMENTS_MAX));
      }
    } while (cursor.isPresent());
    return Listing.whole(all);
  }

  @Override
  public void create(Assignment assignment, Listed place, Instant until) throws TargetFailed {
    var body = BodyPublishers.ofByteArray(Pages.body(assignment, until));
    var put = calls.request(at(place.id())).header("Content-Type", JSON).PUT(body);
    mustBe(Set.of(OK, CREATED, NO_CONTENT), "creating", calls.ask(put).statusCode());
  }

  @Override
  public void remove(String id) throws TargetFailed {
    var delete = calls.request(at(id)).DELETE();
    mustBe(Set.of(OK, NO_CONTENT, NOT_FOUND, GONE), "removing", calls.ask(delete).statusCode());
  }

  /** Lets go of its connections. */
  @Override
  public void close() {
    calls.close();
  }

  private String page(Optional<String> cursor) {
    var next = cursor.map(text -> "&cursor=" + encoded(text)).orElse("");
    return "/assignments?limit=%s%s".formatted(pageSize, next);
  }

  private static String at(String id) {
    return "/assignments/" + encoded(id);
  }
}
