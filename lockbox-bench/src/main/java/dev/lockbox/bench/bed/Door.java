package dev.lockbox.bench.bed;

import dev.lockbox.api.ApiService;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.testkit.rig.Issuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Approves over HTTP, as an approver's client does. */
public final class Door implements AutoCloseable {
  private static final int OK = 200;
  private static final Set<Integer> NOT_KNOWN_YET = Set.of(202, 503);
  private static final int ASKED_MAX = 10;

  private final ApiService api;
  private final Issuer issuer;
  private final Cases cases;
  private final Map<TenantId, String> tokens;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Takes what it is given, and closes it. */
  Door(ApiService api, Issuer issuer, Cases cases) {
    this.api = api;
    this.issuer = issuer;
    this.cases = cases;
    var approver = new PersonId(cases.approver());
    this.tokens =
        cases.tenants().stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), tenant -> issuer.of(tenant, approver, "approver")));
  }

  /**
   * Completes with the processor's yes. Where the API does not know yet what became of it, it is
   * asked again under the same id, as a client would; any other answer fails.
   */
  public CompletableFuture<Void> approve(int number) {
    return ask(approval(number), ASKED_MAX);
  }

  private CompletableFuture<Void> ask(HttpRequest approval, int left) {
    return client
        .sendAsync(approval, BodyHandlers.ofString())
        .thenCompose(
            answer ->
                NOT_KNOWN_YET.contains(answer.statusCode()) && left > 1
                    ? ask(approval, left - 1)
                    : mustBeYes(answer));
  }

  @Override
  public void close() {
    client.close();
    api.close();
    issuer.close();
  }

  private HttpRequest approval(int number) {
    var request = cases.request(number);
    var path =
        "http://127.0.0.1:%d/v1/tenants/%s/requests/%s/approve"
            .formatted(api.port(), request.tenant().value(), request.value());
    var body =
        "{\"decisionId\":\"%s\",\"ifVersion\":%d}"
            .formatted(Cases.decision(number), Cases.JUST_OPENED);
    return HttpRequest.newBuilder(URI.create(path))
        .header("Authorization", "Bearer " + tokens.get(request.tenant()))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static CompletableFuture<Void> mustBeYes(HttpResponse<String> answer) {
    return answer.statusCode() == OK
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.failedFuture(
            new BenchFailed(
                "an approval was answered %d: %s".formatted(answer.statusCode(), answer.body())));
  }
}
