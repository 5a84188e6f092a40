package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.command.FakeLog;
import dev.lockbox.api.lease.FakeFreshness;
import dev.lockbox.api.lease.KeyFile;
import dev.lockbox.api.security.FakeKeys;
import dev.lockbox.api.security.Issuer;
import dev.lockbox.api.security.LoopbackIssuer;
import dev.lockbox.api.signin.SealKey;
import dev.lockbox.api.signout.FakeSignOuts;
import dev.lockbox.api.view.CatchUp;
import dev.lockbox.api.view.FakeOwners;
import dev.lockbox.api.view.ViewRig;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.SessionSamples;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.service.ServiceContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.annotation.Body;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The whole API on a port, with the real rules behind it and no Kafka. One serves all tests, and
 * each finds it without a past; see {@link OneHttpRig}.
 */
final class HttpRig implements AutoCloseable {
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);

  /** Open to everybody, or entered by a session; see {@code DoorsTest}. */
  private static final List<String> OTHER_DOORS =
      List.of(
          "/portal",
          "/signin",
          "/signout",
          "/docs",
          "/openapi",
          "/hop",
          "/health",
          "/prometheus",
          "/.well-known/jwks.json",
          "/.well-known/authzen-configuration");

  private final HttpClient client = HttpClient.newHttpClient();
  private final ServiceContext context;
  private final LoopbackIssuer issuer;
  private final TestClock clock;
  private final FakeLog log;
  private final ViewRig view;

  /** By name: no browser makes a passkey for an address. */
  private final URI base;

  private HttpRig(ServiceContext context, LoopbackIssuer issuer) {
    this.context = context;
    this.issuer = issuer;
    this.clock = context.bean(TestClock.class);
    this.log = context.bean(FakeLog.class);
    this.view = context.bean(ViewRig.class);
    var server = context.bean(EmbeddedServer.class).start();
    this.base = URI.create("%s://localhost:%s".formatted(server.getScheme(), server.getPort()));
  }

  static HttpRig start() {
    return start(Map.of());
  }

  /** With these settings besides. */
  static HttpRig start(Map<String, Object> others) {
    var issuer = LoopbackIssuer.start();
    return new HttpRig(
        ServiceContext.of("api", settings(freePort(), issuer, others), Optional.empty()), issuer);
  }

  private static Map<String, Object> settings(
      int port, LoopbackIssuer issuer, Map<String, Object> others) {
    var settings = new HashMap<String, Object>(usual(port, issuer));
    settings.putAll(others);
    return settings;
  }

  private static Map<String, Object> usual(int port, LoopbackIssuer issuer) {
    return Map.ofEntries(
        Map.entry("test.edges", "true"),
        Map.entry("micronaut.server.port", port),
        Map.entry("lockbox.provider", History.PROVIDER.value()),
        Map.entry("lockbox.gateways", SessionSamples.GATEWAY.value()),
        Map.entry("lockbox.api.leases.key-file", KeyFile.ofANewKey().toString()),
        Map.entry("lockbox.api.wait", "PT0.3S"),
        Map.entry("lockbox.oidc.issuer", Issuer.NAME),
        Map.entry("lockbox.oidc.audience", Issuer.AUDIENCE),
        Map.entry("lockbox.oidc.algorithms", "RS256,ES256,EdDSA"),
        Map.entry("lockbox.signin.url", "http://localhost:" + port),
        Map.entry("lockbox.signin.key-file", SealKey.ofANewKey().toString()),
        Map.entry("lockbox.signin.issuers.main.issuer", issuer.url()),
        Map.entry("lockbox.signin.issuers.main.client-id", LoopbackIssuer.CLIENT));
  }

  /** Known before the start, since the service must know where browsers find it. */
  static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** It is morning, nobody is known, and nothing has happened yet. */
  void forget() {
    clock.set(MORNING);
    issuer.behave();
    log.forget();
    signOuts().forget();
    view.forget();
    owners().forget();
    context.bean(FakeFreshness.class).be(Duration.ZERO);
  }

  /** Every route that is served to programs and takes a body, as {@code POST /v1/…}. */
  List<String> routesWithBodies() {
    return context
        .bean(Router.class)
        .uriRoutes()
        .filter(
            route ->
                Arrays.stream(route.getTargetMethod().getArguments())
                    .anyMatch(one -> one.isAnnotationPresent(Body.class)))
        .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString())
        .filter(route -> route.contains(" /v1/"))
        .distinct()
        .toList();
  }

  /** Every route that takes a token, as {@code POST /v1/…}. */
  List<String> routesOfTokens() {
    return routes().stream()
        .filter(route -> OTHER_DOORS.stream().noneMatch(door -> route.contains(" " + door)))
        .toList();
  }

  /** Every route, but for those that are asked for the headers of another one. */
  List<String> routes() {
    return context
        .bean(Router.class)
        .uriRoutes()
        .filter(route -> !route.getHttpMethodName().equals("HEAD"))
        .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString())
        .distinct()
        .toList();
  }

  MeterRegistry meters() {
    return context.bean(MeterRegistry.class);
  }

  TestClock clock() {
    return clock;
  }

  FakeLog log() {
    return log;
  }

  /** Where what happened is read. */
  ViewRig view() {
    return view;
  }

  /** Those of the issuer of tokens. */
  FakeKeys keys() {
    return context.bean(FakeKeys.class);
  }

  /** The topic of those who signed out. */
  FakeSignOuts signOuts() {
    return context.bean(FakeSignOuts.class);
  }

  /** Which instance keeps the view of whom, as this one believes. */
  FakeOwners owners() {
    return context.bean(FakeOwners.class);
  }

  CatchUp catchUp() {
    return context.bean(CatchUp.class);
  }

  /** It is proven that the view shows everything as of this long ago. */
  void isFreshAsOf(Duration age) {
    context.bean(FakeFreshness.class).be(age);
  }

  /** Nothing shows that decisions are made. */
  void isFreshNoMore() {
    context.bean(FakeFreshness.class).beNothing();
  }

  void register(TenantId tenant) {
    register(tenant, Samples.MEMBERSHIP);
  }

  void register(TenantId tenant, Membership membership) {
    view.pipe(log.history().register(tenant, membership));
  }

  /** Carla administers the provider's own roles and Dora audits them. */
  void registerProvider() {
    var ben = Set.of(Member.of("ben", "ben@provider.example"));
    var own = new Membership("Own", ben, Set.of(Samples.CARLA_MEMBER), Set.of(Samples.DORA_MEMBER));
    register(History.PROVIDER, own);
  }

  /** Eva asks for what {@link dev.lockbox.domain.Cast} has; gives the path of the request. */
  String open(TenantId tenant, String id) {
    return open(tenant, id, MORNING);
  }

  String open(TenantId tenant, String id, Instant at) {
    return open(tenant, id, Details.NONE, at);
  }

  String open(TenantId tenant, String id, Details details) {
    return open(tenant, id, details, MORNING);
  }

  private String open(TenantId tenant, String id, Details details, Instant at) {
    view.pipe(log.history().open(new RequestId(tenant, id), details, at));
    return "/v1/tenants/%s/requests/%s".formatted(tenant, id);
  }

  /** Contoso is a customer, and a request waits for it; gives its path. */
  String requestOfContoso() {
    register(CONTOSO);
    return open(CONTOSO, "req-1");
  }

  /** The command comes from elsewhere, and is decided at this time. */
  void decide(Command command, Instant at) {
    view.pipe(log.history().decide(command, at));
  }

  /** With everything said and known of Eva. */
  void openDetailed(RequestId request) {
    view.pipe(log.history().openDetailed(request, MORNING));
  }

  HttpCaller caller(String person, TenantId tenant, String... roles) {
    return new HttpCaller(
        this, () -> Issuer.token(person, tenant.value(), Set.of(roles), clock.instant()));
  }

  /** Somebody with this token. */
  HttpCaller bearing(String token) {
    return new HttpCaller(this, () -> token);
  }

  /** Somebody without a token. */
  HttpCaller anybody() {
    return new HttpCaller(this, () -> "");
  }

  /** Where people sign in. */
  LoopbackIssuer issuer() {
    return issuer;
  }

  /** A browser that has never been here. */
  Browser browser() {
    return new Browser(this, issuer);
  }

  /** Where browsers find the service. */
  URI base() {
    return base;
  }

  /** What is answered, which is as it is described. */
  Answer send(String method, String path, Map<String, String> headers, String type, String body) {
    var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, publisher)
            .header("Content-Type", type)
            .timeout(ANSWERED_WITHIN);
    headers.forEach(request::header);
    try {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      Described.api().holds(method, path, answer.statusCode(), answer.headers(), answer.body());
      return new Answer(answer);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  Heard hear(String path, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Accept", "text/event-stream")
            .timeout(ANSWERED_WITHIN);
    headers.forEach(request::header);
    try {
      var answer = client.send(request.build(), BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(200);
      Described.api().holds("GET", path, answer.statusCode(), answer.headers(), "");
      return new Heard(path, answer.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    context.close();
    client.close();
  }
}
