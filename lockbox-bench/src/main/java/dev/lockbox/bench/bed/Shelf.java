package dev.lockbox.bench.bed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.api.ApiService;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.testkit.rig.Issuer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The API as readers and gateways find it: what they ask, byte by byte. */
public final class Shelf implements AutoCloseable {
  /** Whose gateways ask; must be a customer of its own. */
  public static final TenantId PROVIDER = new TenantId("provider");

  static final PersonId GATEWAY = new PersonId("gateway-1");

  private final ApiService api;
  private final Issuer issuer;
  private final Map<TenantId, String> tokens = new ConcurrentHashMap<>();

  /** Takes what it is given, and closes it. */
  Shelf(ApiService api, Issuer issuer) {
    this.api = api;
    this.issuer = issuer;
  }

  public int port() {
    return api.port();
  }

  /** One request. */
  public byte[] one(Past past, int number) {
    return read(past, "/requests/" + past.request(number).value());
  }

  /** The newest twenty that wait. */
  public byte[] pending(Past past) {
    return read(past, "/requests?state=CUSTOMER_NOTIFIED&limit=20");
  }

  /** Whether the engineer may do what was granted. */
  public byte[] mayThey(Past past) {
    var cases = past.cases();
    var body =
        """
        {"subject":{"type":"engineer","id":"%s"},"action":{"name":"%s"},\
        "resource":{"type":"database","id":"%s","properties":{"tenant":"%s"}}}\
        """
            .formatted(
                cases.engineer(past.firstGranted()).value(),
                Cases.READ.value(),
                cases.database(past.firstGranted()).value(),
                past.tenant().value());
    var headers =
        "Content-Type: application/json\r\nContent-Length: %d\r\n"
            .formatted(body.getBytes(UTF_8).length);
    return question(
        "POST /access/v1/evaluation", authorization(PROVIDER, GATEWAY, "gateway") + headers, body);
  }

  /** The same bytes, whoever asks and however often. */
  public byte[] still(String name, byte[] answer) {
    api.context().bean(Still.class).keep(name, answer);
    return question("GET %s/%s".formatted(Still.PATH, name), "", "");
  }

  private byte[] read(Past past, String path) {
    var reader = new PersonId(past.cases().approver());
    return question(
        "GET /v1/tenants/%s%s".formatted(past.tenant().value(), path),
        authorization(past.tenant(), reader, "approver"),
        "");
  }

  /** The same token until the end, as a client's is for some minutes. */
  private String authorization(TenantId tenant, PersonId person, String role) {
    return "Authorization: Bearer %s\r\n"
        .formatted(tokens.computeIfAbsent(tenant, one -> issuer.of(one, person, role)));
  }

  private static byte[] question(String what, String headers, String body) {
    return "%s HTTP/1.1\r\nHost: localhost\r\n%s\r\n%s"
        .formatted(what, headers, body)
        .getBytes(UTF_8);
  }

  @Override
  public void close() {
    api.close();
    issuer.close();
  }
}
