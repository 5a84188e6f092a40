package dev.lockbox.local.up;

import dev.lockbox.adapter.GrantAdapterService;
import dev.lockbox.broker.BrokerSettings;
import dev.lockbox.broker.DirectoryLock;
import dev.lockbox.broker.LocalBroker;
import dev.lockbox.broker.Loopback;
import dev.lockbox.broker.registry.ApicurioHome;
import dev.lockbox.broker.registry.LocalRegistry;
import dev.lockbox.broker.registry.RegistrySettings;
import dev.lockbox.local.data.DataDirectory;
import dev.lockbox.local.data.Endpoints;
import dev.lockbox.local.data.Ports;
import dev.lockbox.local.data.Ports.Listener;
import dev.lockbox.local.demo.Story;
import dev.lockbox.local.issuer.DemoIssuer;
import dev.lockbox.local.issuer.Tokens;
import dev.lockbox.local.mail.MailTrap;
import dev.lockbox.local.signing.KeyFile;
import java.net.URI;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One start of everything. The broker comes first; whatever does not need another part starts
 * beside it. The registry is the slowest, so the services do not wait for it unless they have
 * schemas to learn.
 */
final class Startup {
  private final UpSettings settings;
  private final DataDirectory data;
  private final Progress progress;
  private final Stop stop;
  private final Parts parts;

  Startup(UpSettings settings, Progress progress, Stop stop, Parts parts) {
    this.settings = settings;
    this.data = settings.data();
    this.progress = progress;
    this.stop = stop;
    this.parts = parts;
  }

  Endpoints run() throws InterruptedException {
    var home = ApicurioHome.find();
    parts.add("data directory", DirectoryLock.of(data.path()));
    Endpoints.removeFrom(data);
    if (settings.demo() && !Files.exists(data.broker())) {
      Story.promise(data.story());
    }
    var ports = Ports.keptIn(data.ports(), settings.port());
    ports.requireFree();

    var mail =
        parts.start("mail server", () -> MailTrap.start(ports.of(Listener.SMTP), data.mail()));
    var issuer =
        parts.start("issuer", () -> DemoIssuer.start(ports.of(Listener.ISSUER), data.issuerKey()));
    progress.say("starting the Kafka broker");
    var broker =
        stop.orResult(
            parts.start("Kafka broker", () -> LocalBroker.start(BrokerSettings.in(data.broker()))));
    progress.say("starting the schema registry, and the services beside it");
    var registry = parts.add("schema registry", registry(home, broker.bootstrapServers()));
    var schemas = background(() -> registerSchemas(registry));
    Ground.createTopics(broker.bootstrapServers());
    stop.check();

    var endpoints = endpoints(ports, broker, registry, stop.orResult(issuer), stop.orResult(mail));
    var adapter = GrantAdapterService.publishesAs(Map.of(), settings.config());
    var services = startServices(new LocalSettings(data, ports, endpoints, adapter));
    stop.orResult(schemas);
    awaitWell(services, ports);
    if (settings.demo()) {
      tellStory(endpoints);
    }
    return announced(endpoints);
  }

  private LocalRegistry registry(ApicurioHome home, String bootstrapServers) {
    return LocalRegistry.start(
        RegistrySettings.of(data.registry(), home, bootstrapServers).reportingTo(progress::say));
  }

  private void registerSchemas(LocalRegistry registry) throws InterruptedException {
    registry.awaitReady();
    progress.say("the schema registry is ready");
    Ground.registerSchemas(registry.url());
  }

  private Map<Service, CompletableFuture<Service.Running>> startServices(LocalSettings local) {
    var started = new LinkedHashMap<Service, CompletableFuture<Service.Running>>();
    for (var service : Service.values()) {
      if (service.isWanted(local.of(service), settings.config())) {
        started.put(
            service,
            parts.start(
                service.title(), () -> service.start(local.of(service), settings.config())));
      }
    }
    return started;
  }

  private void awaitWell(Map<Service, CompletableFuture<Service.Running>> services, Ports ports)
      throws InterruptedException {
    var health = new Health(stop);
    for (var service : services.entrySet()) {
      stop.orResult(service.getValue());
      health.awaitWell(service.getKey(), ports.of(service.getKey().listener()));
      progress.say(service.getKey() + " is well");
    }
  }

  /** On a directory that was empty when it was first started with its demo, however often since. */
  private void tellStory(Endpoints endpoints) throws InterruptedException {
    if (Files.exists(data.story())) {
      new Story(
              Ground.client(endpoints.bootstrapServers()),
              Ground.formats(endpoints.schemaRegistry()),
              Optional.of(KeyFile.read(data.jitServiceKey()).both()),
              endpoints.api(),
              new Tokens(endpoints.issuer()),
              progress::say)
          .tellOnce(data.story());
    }
  }

  private Endpoints announced(Endpoints endpoints) {
    parts.add("endpoints.json", () -> Endpoints.removeFrom(data));
    endpoints.writeTo(data);
    return endpoints;
  }

  private Endpoints endpoints(
      Ports ports, LocalBroker broker, LocalRegistry registry, DemoIssuer issuer, MailTrap mail) {
    var api = URI.create("http://" + Loopback.address(ports.of(Listener.API)));
    return new Endpoints(
        api,
        URI.create("http://%s/portal".formatted(Loopback.named(ports.of(Listener.API)))),
        broker.bootstrapServers(),
        registry.url(),
        issuer.url(),
        mail.address(),
        data.mail().toString(),
        URI.create("http://" + Loopback.address(ports.of(Listener.PROCESSOR))));
  }

  /** Something that has no end of its own. */
  @FunctionalInterface
  private interface Task {
    void run() throws InterruptedException;
  }

  private static CompletableFuture<Void> background(Task task) {
    var done = new CompletableFuture<Void>();
    Thread.ofPlatform()
        .daemon()
        .name("schemas")
        .start(
            () -> {
              try {
                task.run();
                done.complete(null);
              } catch (Throwable failed) { // handed to whoever waits for it
                done.completeExceptionally(failed);
              }
            });
    return done;
  }
}
