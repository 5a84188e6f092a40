package dev.lockbox.testkit.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.testkit.run.Viewed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Supplier;

/** Somebody who reads all that the API shows of a tenant, page by page. */
public final class Auditor {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final int OK = 200;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Supplier<URI> api;
  private final Tokens tokens;

  public Auditor(Supplier<URI> api, Tokens tokens) {
    this.api = api;
    this.tokens = tokens;
  }

  /**
   * @param who holds the role in the tenant's registry
   * @throws IllegalStateException when the API answers anything but 200
   */
  public Viewed read(TenantId tenant, PersonId who, String role) {
    var readAt = Instant.now();
    var items = new ArrayList<JsonNode>();
    var page = page(tenant, who, role, "");
    page.path("items").forEach(items::add);
    while (page.path("next").isTextual()) {
      var cursor = URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8);
      page = page(tenant, who, role, "&cursor=" + cursor);
      page.path("items").forEach(items::add);
    }
    return new Viewed(tenant, readAt, items);
  }

  /** Whether the API answers with this request just now. */
  public boolean shows(RequestId request, PersonId approver) {
    var path = "/v1/tenants/%s/requests/%s".formatted(request.tenant(), request.value());
    var get =
        HttpRequest.newBuilder(api.get().resolve(path))
            .timeout(ANSWER_WITHIN)
            .header("Authorization", "Bearer " + tokens.of(request.tenant(), approver, "approver"))
            .build();
    try {
      return http.send(get, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException notNow) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private JsonNode page(TenantId tenant, PersonId who, String role, String cursor) {
    var path = "/v1/tenants/%s/requests?limit=100%s".formatted(tenant, cursor);
    var get =
        HttpRequest.newBuilder(api.get().resolve(path))
            .timeout(ANSWER_WITHIN)
            .header("Authorization", "Bearer " + tokens.of(tenant, who, role))
            .build();
    try {
      var answer = http.send(get, BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IllegalStateException(
            "200 was expected of %s, was %d: %s"
                .formatted(path, answer.statusCode(), answer.body()));
      }
      return JSON.readTree(answer.body());
    } catch (IOException noAnswer) {
      throw new UncheckedIOException("the API does not answer " + path, noAnswer);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading " + path, stopped);
    }
  }
}
