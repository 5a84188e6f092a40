package dev.lockbox.adapter.target;

import dev.lockbox.adapter.target.TargetFailed.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls to one target over HTTP. Follows no redirect, which could lead a token anywhere; waits for
 * no answer, and reads no body, without a limit.
 */
final class HttpCalls implements AutoCloseable {
  static final int BODY_BYTES_MAX = 4 * 1024 * 1024;
  static final int OK = 200;
  static final int CREATED = 201;
  static final int NO_CONTENT = 204;
  static final int NOT_FOUND = 404;
  static final int GONE = 410;
  static final int SERVER_ERROR = 500;
  private static final int TOKEN_BYTES_MAX = 8 * 1024;
  private static final int TOO_MANY = 429;
  private static final Set<Integer> NOT_LET_IN = Set.of(401, 403, 407);

  private final HttpSettings settings;
  private final String mediaType;
  private final HttpClient client;

  /**
   * @param mediaType of what is asked for
   */
  HttpCalls(HttpSettings settings, String mediaType) {
    this.settings = settings;
    this.mediaType = mediaType;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(settings.connectWithin())
            .build();
  }

  static void mustBe(Set<Integer> done, String what, int status) throws TargetFailed {
    if (!done.contains(status)) {
      var isItsTrouble =
          status >= SERVER_ERROR || status == TOO_MANY || NOT_LET_IN.contains(status);
      throw new TargetFailed(
          isItsTrouble ? Scope.TARGET : Scope.ASSIGNMENT, what + " was answered " + status);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * @param path below the base, and its query, both encoded
   */
  HttpRequest.Builder request(String path) throws TargetFailed {
    var request =
        HttpRequest.newBuilder(at(path))
            .timeout(settings.answerWithin())
            .header("Accept", mediaType);
    if (settings.tokenFile().isPresent()) {
      request.header("Authorization", "Bearer " + token(settings.tokenFile().get()));
    }
    return request;
  }

  /** The request's own timeout ends with the head of the answer, so the body has one here. */
  HttpResponse<byte[]> ask(HttpRequest.Builder request) throws TargetFailed {
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

  /** Lets go of its connections. */
  @Override
  public void close() {
    client.shutdownNow();
  }

  private URI at(String path) {
    return URI.create(settings.base().toString().replaceAll("/+$", "") + path);
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
}
