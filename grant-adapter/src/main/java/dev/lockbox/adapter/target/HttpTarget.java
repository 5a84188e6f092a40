package dev.lockbox.adapter.target;

import dev.lockbox.adapter.target.TargetFailed.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A target that speaks HTTP as docs/grant-adapter.md has it. Follows no redirect, which could lead
 * a token anywhere; waits for no answer, and reads no body, without a limit.
 */
public final class HttpTarget implements Target, AutoCloseable {
  /** Assignments that are listed at most; of more, nothing is believed. */
  static final int ASSIGNMENTS_MAX = 200_000;

  static final int BODY_BYTES_MAX = 4 * 1024 * 1024;
  private static final int TOKEN_BYTES_MAX = 8 * 1024;
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;
  private static final Set<Integer> NOT_LET_IN = Set.of(401, 403, 407);

  private final HttpTargetSettings settings;
  private final HttpClient client;

  public HttpTarget(HttpTargetSettings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(settings.connectWithin())
            .build();
  }

  @Override
  public List<Listed> list() throws TargetFailed {
    var all = new ArrayList<Listed>();
    var seen = new HashSet<String>();
    var cursor = Optional.<String>empty();
    do {
      var answer = ask(request(page(cursor)).GET());
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
    return all;
  }

  @Override
  public void create(Assignment assignment, Instant until) throws TargetFailed {
    var body = BodyPublishers.ofByteArray(Pages.body(assignment, until));
    var put = request(place(assignment.id())).header("Content-Type", "application/json").PUT(body);
    mustBe(Set.of(OK, CREATED, NO_CONTENT), "creating", ask(put).statusCode());
  }

  @Override
  public void remove(String id) throws TargetFailed {
    var delete = request(place(id)).DELETE();
    mustBe(Set.of(OK, NO_CONTENT, NOT_FOUND, GONE), "removing", ask(delete).statusCode());
  }

  /** Lets go of its connections. */
  @Override
  public void close() {
    client.shutdownNow();
  }

  private static void mustBe(Set<Integer> done, String what, int status) throws TargetFailed {
    if (!done.contains(status)) {
      var isItsTrouble =
          status >= SERVER_ERROR || status == TOO_MANY || NOT_LET_IN.contains(status);
      throw new TargetFailed(
          isItsTrouble ? Scope.TARGET : Scope.ASSIGNMENT, what + " was answered " + status);
    }
  }

  private URI page(Optional<String> cursor) {
    var next = cursor.map(text -> "&cursor=" + encoded(text)).orElse("");
    return at("/assignments?limit=%s%s".formatted(settings.pageSize(), next));
  }

  private URI place(String id) {
    return at("/assignments/" + encoded(id));
  }

  private URI at(String path) {
    return URI.create(settings.base().toString().replaceAll("/+$", "") + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(URI uri) throws TargetFailed {
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(settings.answerWithin())
            .header("Accept", "application/json");
    if (settings.tokenFile().isPresent()) {
      request.header("Authorization", "Bearer " + token(settings.tokenFile().get()));
    }
    return request;
  }

  private static String token(Path file) throws TargetFailed {
    try (InputStream in = Files.newInputStream(file)) {
      var token = new String(in.readNBytes(TOKEN_BYTES_MAX), StandardCharsets.US_ASCII).strip();
      if (!token.matches("[!-~]+")) {
        throw new TargetFailed(Scope.TARGET, "%s holds no token".formatted(file));
      }
      return token;
    } catch (IOException unreadable) {
      throw new TargetFailed(
          Scope.TARGET, "the token in %s cannot be read".formatted(file), unreadable);
    }
  }

  /** The request's own timeout ends with the head of the answer, so the body has one here. */
  private HttpResponse<byte[]> ask(HttpRequest.Builder request) throws TargetFailed {
    var answer = client.sendAsync(request.build(), head -> new BoundedBody(BODY_BYTES_MAX));
    try {
      return answer.get(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw new TargetFailed(Scope.TARGET, "no answer: " + failed.getCause(), failed);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new TargetFailed(Scope.TARGET, "no answer within " + settings.answerWithin(), late);
    } catch (InterruptedException interrupted) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new TargetFailed(Scope.TARGET, "interrupted", interrupted);
    }
  }
}
