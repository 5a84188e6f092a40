package dev.lockbox.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockbox.api.ApiService;
import dev.lockbox.audit.AuditService;
import dev.lockbox.broker.Loopback;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.registry.RegistryConnection;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.ProcessorService;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.Vitals;
import dev.lockbox.testkit.load.Approver;
import dev.lockbox.testkit.load.Auditor;
import dev.lockbox.testkit.load.Customer;
import dev.lockbox.testkit.load.Enrolment;
import dev.lockbox.testkit.load.JitService;
import dev.lockbox.testkit.load.Traffic;
import dev.lockbox.testkit.promise.Checker;
import dev.lockbox.testkit.read.RunReader;
import dev.lockbox.testkit.read.TopicReader;
import dev.lockbox.testkit.rig.Ground;
import dev.lockbox.testkit.rig.Issuer;
import dev.lockbox.testkit.rig.Link;
import dev.lockbox.testkit.rig.Registry;
import dev.lockbox.testkit.rig.ServiceProcess;
import dev.lockbox.testkit.rig.Signers;
import dev.lockbox.testkit.run.ClientHistory;
import dev.lockbox.testkit.run.Run;
import dev.lockbox.testkit.run.Viewed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/**
 * The whole lockbox, mostly on a broker of its own: what a test starts, stops and kills, and the
 * clients whose history is judged in the end.
 */
final class Cluster implements AutoCloseable {
  static {
    // Processes are killed in these runs: what a mail server's thread says to that fails no wait.
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
  }

  static final Customer CONTOSO = Customer.named("contoso");
  static final Customer FABRIKAM = Customer.named("fabrikam");
  static final Customer TAILSPIN = Customer.named("tailspin");
  static final List<Customer> CUSTOMERS = List.of(CONTOSO, FABRIKAM, TAILSPIN);

  /** The name of the second API. */
  static final String OTHER_API = "api-2";

  private static final Duration WELL_WITHIN = Duration.ofSeconds(90);
  private static final Duration KEPT_WITHIN = Duration.ofSeconds(60);

  /** How long all the traffic of a test may take, whatever happens meanwhile. */
  static final Duration DONE_WITHIN = Duration.ofMinutes(4);

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  final Ground ground;
  final Issuer issuer = Issuer.start();
  final ClientHistory history = new ClientHistory();
  final Formats formats;
  final Signers signers;
  final JitService jit;
  final Approver approver;
  final Auditor auditor;

  private final URI registry;
  private final AccessLimits limits;
  private final Path directory;
  private final int apiPort = Loopback.freePort();
  private final int otherApiPort = Loopback.freePort();
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private Optional<Integer> mailPort = Optional.empty();
  private Map<String, Object> target = Map.of();
  private Map<String, Object> leasing = Map.of();
  private Optional<Path> hopKey = Optional.empty();

  private Cluster(Ground ground, URI registry, URI readersRegistry, AccessLimits limits) {
    this.ground = ground;
    this.registry = registry;
    this.limits = limits;
    this.directory = temporary();
    this.formats = formats(readersRegistry, directory.resolve("reader"));
    this.signers = Signers.in(directory);
    this.jit = new JitService(ground.client(), formats.requests(), signers.jitService(), history);
    this.approver = new Approver(this::api, issuer, history, PATIENCE);
    this.auditor = new Auditor(this::api, issuer);
  }

  /** Topics and clients; no service yet. */
  static Cluster on(Registry registry, AccessLimits limits) {
    return on(Ground.prepare(), registry, limits);
  }

  /** The same on this ground, closed with the cluster. */
  static Cluster on(Ground ground, Registry registry, AccessLimits limits) {
    return new Cluster(ground, registry.url(), registry.url(), limits);
  }

  static Cluster on(Registry registry) {
    return on(registry, AccessLimits.DEFAULTS);
  }

  /** The services reach the registry over this line; who judges them does not depend on it. */
  static Cluster on(Registry registry, Link services) {
    return new Cluster(Ground.prepare(), services.url(), registry.url(), AccessLimits.DEFAULTS);
  }

  /** As patient as the services are: a registry that many ask at once may be slow to answer one. */
  private static Formats formats(URI registry, Path cache) {
    var formats = new Formats(RegistryConnection.connect(registry, cache));
    return new RegistryPatience(new Vitals())
        .await(
            () -> {
              formats.learn(List.of(Topics.REQUESTS, Topics.COMMANDS));
              return formats;
            });
  }

  /**
   * A notifier that is started from now on sends its mail to this port: one for each thing that
   * happens, so that they can be counted.
   */
  Cluster mailingTo(int port) {
    mailPort = Optional.of(port);
    return this;
  }

  /** An API that is started from now on lets leases to this gateway of tailspin's, the provider. */
  Cluster leasingTo(PersonId gateway, Path key) {
    leasing =
        Map.of(
            "lockbox.provider", TAILSPIN.tenant().value(),
            "lockbox.gateways", gateway.value(),
            "lockbox.api.leases.key-file", key.toString(),
            "lockbox.api.leases.fresh-within", "PT10S");
    return this;
  }

  /**
   * APIs that are started from now on are two, which know each other, and sessions, by this key.
   */
  Cluster sharing(Path key) {
    hopKey = Optional.of(key);
    return this;
  }

  /** A grant adapter that is started from now on gives and takes access there. */
  Cluster targeting(URI url) {
    target = Map.of("lockbox.adapter.target.url", url.toString());
    return this;
  }

  /** The same in this directory, a group of which stands for what the JIT service asks for. */
  Cluster targeting(URI directory, String group) {
    var logs =
        Map.of(
            "name", "logs",
            "id", group,
            "tenant", CONTOSO.tenant().value(),
            "actions", List.of(JitService.ACTION.value()),
            "resource", JitService.RESOURCE.value());
    target =
        Map.of(
            "lockbox.adapter.directory.url", directory.toString(),
            "lockbox.adapter.directory.groups", List.of(logs));
    return this;
  }

  /** Everything but the notifier, in this JVM, and the customers enrolled. */
  Cluster up() {
    processor();
    startApi();
    audit();
    enrol(CUSTOMERS);
    return this;
  }

  ProcessorService processor() {
    return remember(ProcessorService.start(settings("processor"), Optional.empty()));
  }

  /** On the port it had before, which the one that was stopped lets go of a little later. */
  ApiService startApi() {
    await("the API's port to be free").atMost(WELL_WITHIN).until(() -> Loopback.isFree(apiPort));
    var settings = settings("api");
    settings.putAll(leasing);
    settings.putAll(hopping("api", apiPort));
    settings.put("micronaut.server.port", apiPort);
    return remember(ApiService.start(settings, Optional.empty()));
  }

  AuditService audit() {
    return remember(AuditService.start(settings("audit"), Optional.empty()));
  }

  private <T extends AutoCloseable> T remember(T service) {
    running.push(service);
    return service;
  }

  /** Stops it in order. */
  void stop(AutoCloseable service) {
    running.remove(service);
    close(service);
  }

  /** A service in a process of its own; returns when it says that all is well. */
  ServiceProcess process(String main, String name) {
    return awaitWell(launch(main, name));
  }

  /** The same, without waiting. */
  ServiceProcess launch(String main, String name) {
    var port =
        switch (name) {
          case "api" -> apiPort;
          case OTHER_API -> otherApiPort;
          default -> Loopback.freePort();
        };
    var settings = settings(name);
    settings.putAll(hopping(name, port));
    return remember(ServiceProcess.start(main, settings, directory.resolve(name), port));
  }

  ServiceProcess awaitWell(ServiceProcess process) {
    await("the service to be well").atMost(WELL_WITHIN).until(process::isWell);
    return process;
  }

  /** What an API is told so that the other one finds it. */
  private Map<String, Object> hopping(String name, int port) {
    return hopKey
        .<Map<String, Object>>map(
            key ->
                Map.of(
                    "lockbox.hop.key-file",
                    key.toString(),
                    "lockbox.view.instance",
                    name,
                    "lockbox.view.address",
                    "http://127.0.0.1:" + port,
                    "lockbox.signin.key-file",
                    key.toString(),
                    "lockbox.signin.url",
                    "https://lockbox.example",
                    "lockbox.signin.issuers.%s.issuer".formatted(PortalSession.ISSUER),
                    "https://issuer.example",
                    "lockbox.signin.issuers.%s.client-id".formatted(PortalSession.ISSUER),
                    "lockbox-portal"))
        .orElse(Map.of());
  }

  /** Returns when the API knows the customers. */
  void enrol(List<Customer> customers) {
    Enrolment.of(customers, ground.client(), formats.commands());
    for (var customer : customers) {
      await("customer %s to be known".formatted(customer.tenant()))
          .atMost(WELL_WITHIN)
          .ignoreExceptions()
          .until(() -> view(customer).items().isEmpty());
    }
  }

  Traffic traffic(long seed) {
    return new Traffic(jit, approver, auditor, CUSTOMERS, seed);
  }

  /** Returns when so many lives have been led, or when no more will be. */
  static void awaitLived(Traffic traffic, int lives, CompletableFuture<Void> done) {
    await("%d requests to have been decided".formatted(lives))
        .atMost(DONE_WITHIN)
        .until(() -> traffic.lived() >= lives || done.isCompletedExceptionally());
  }

  URI api() {
    return URI.create("http://127.0.0.1:" + apiPort);
  }

  /** Where the second API answers; see {@link #sharing}. */
  URI otherApi() {
    return URI.create("http://127.0.0.1:" + otherApiPort);
  }

  Viewed view(Customer customer) {
    return auditor.read(customer.tenant(), customer.approvers().getFirst(), "approver");
  }

  /** What has been seen so far. */
  Run run(List<Customer> shown) {
    var views = shown.stream().map(this::view).toList();
    var reader = new RunReader(new TopicReader(ground.client()), formats, limits);
    return reader.read(history.operations(), views);
  }

  /** Waits until all that is on its way has arrived; then nothing may be wrong. */
  Run judged() {
    var last = new Run[1];
    await("every promise to be kept")
        .atMost(KEPT_WITHIN)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              last[0] = run(CUSTOMERS);
              assertThat(Checker.judge(last[0])).isEmpty();
            });
    return last[0];
  }

  private Map<String, Object> settings(String name) {
    var settings = new HashMap<String, Object>();
    settings.put("lockbox.kafka.bootstrap-servers", ground.bootstrapServers());
    settings.put("lockbox.registry.url", registry.toString());
    settings.put("lockbox.data-dir", directory.resolve(name).resolve("data").toString());
    settings.put("lockbox.durability.replication-factor", 1);
    settings.put("lockbox.durability.min-insync-replicas", 1);
    settings.put("lockbox.pending-window", limits.pendingWindow().toString());
    settings.put("lockbox.access-for", limits.accessFor().toString());
    settings.put("lockbox.timers.resolution", "PT0.2S");
    settings.putAll(issuer.settings());
    settings.putAll(signers.settings());
    settings.put("micronaut.server.port", -1);
    settings.putAll(target);
    mailPort.ifPresent(
        port -> {
          settings.put("lockbox.notifier.mail.port", port);
          settings.put("lockbox.notifier.group-within", "PT0S");
        });
    return settings;
  }

  @Override
  public void close() {
    jit.close();
    while (!running.isEmpty()) {
      close(running.pop());
    }
    issuer.close();
    ground.close();
  }

  private static void close(AutoCloseable service) {
    try {
      service.close();
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception declared) {
      throw new IllegalStateException("no service declares one", declared);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("lockbox-cluster-");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a directory for a cluster", e);
    }
  }
}
