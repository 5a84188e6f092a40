package dev.lockbox.local.cli;

import dev.lockbox.local.client.ApiClient;
import dev.lockbox.local.data.Endpoints;
import dev.lockbox.local.gateway.Door;
import dev.lockbox.local.gateway.Hearing;
import dev.lockbox.local.gateway.Renewal;
import dev.lockbox.local.issuer.Tokens;
import dev.lockbox.local.people.Cast;
import dev.lockbox.local.up.Stop;
import dev.lockbox.verifier.jose.Malformed;
import dev.lockbox.verifier.lease.Approvers;
import dev.lockbox.verifier.lease.Demand;
import dev.lockbox.verifier.lease.GrantId;
import dev.lockbox.verifier.lease.Keeping;
import dev.lockbox.verifier.lease.Leases;
import dev.lockbox.verifier.lease.Question;
import dev.lockbox.verifier.lease.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "gateway",
    mixinStandardHelpOptions = true,
    description =
        "Puts an HTTP service on this machine behind the local lockbox: opens on loopback while it"
            + " holds a lease of the grant, and shuts without one. For one engineer, who sits at"
            + " this machine; keeps no conditions. Runs until Ctrl-C.")
final class GatewayCommand implements Callable<Integer> {
  private static final Duration ALLOWANCE = Duration.ofSeconds(5);
  private static final Duration HEAR_AGAIN_AFTER = Duration.ofSeconds(1);

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(names = "--tenant", paramLabel = "ID", required = true, description = "Whose data.")
  private String tenant;

  @Option(
      names = "--request",
      paramLabel = "ID",
      required = true,
      description = "The request whose grant is held.")
  private String request;

  @Option(
      names = "--engineer",
      paramLabel = "ID",
      defaultValue = "eva",
      description = "Who goes through (default: ${DEFAULT-VALUE}).")
  private String engineer;

  @Option(
      names = "--action",
      paramLabel = "NAME",
      required = true,
      description = "What using the service is, as requests ask for it.")
  private String action;

  @Option(
      names = "--resource",
      paramLabel = "NAME",
      required = true,
      description = "What the service is, as requests name it.")
  private String resource;

  @Option(
      names = "--to",
      paramLabel = "URL",
      required = true,
      description = "The service: http://HOST:PORT.")
  private URI service;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Where it opens on loopback (default: a free one).")
  private int port;

  @Option(
      names = "--approvers",
      paramLabel = "FILE",
      description =
          "Keys of the customer's people, as keys list --output json shows them: opens for what"
              + " they signed, and for nothing else.")
  private Optional<Path> approvers;

  @Option(
      names = "--signatures",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many of them must have signed (default: ${DEFAULT-VALUE}).")
  private int signatures;

  private String last = "";

  @Override
  public Integer call() throws InterruptedException {
    var api = api();
    var leases = leases(api);
    var renewal = new Renewal(leases, new GrantId(tenant, request), api);
    var ends =
        new Hearing(
            leases, new GrantId(tenant, request), api, why -> say("shut, as heard: " + why));
    var question = new Question(tenant, engineer, action, resource, Keeping.NOTHING);
    var stop = new Stop();
    try (var ending = Ending.onSignal(stop);
        var renewals = Executors.newSingleThreadScheduledExecutor();
        var hearing = Executors.newSingleThreadScheduledExecutor();
        var door = Door.inFrontOf(service, port, () -> leases.mayNow(question))) {
      renewals.scheduleWithFixedDelay(
          () -> renew(renewal), 0, Renewal.EVERY.toMillis(), TimeUnit.MILLISECONDS);
      hearing.scheduleWithFixedDelay(
          () -> hear(ends), 0, HEAR_AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
      say(door.address() + " leads to " + service);
      stop.await();
      renewals.shutdownNow();
      hearing.shutdownNow();
    } catch (IOException taken) {
      throw new UncheckedIOException("cannot open on port " + port, taken);
    }
    return ExitCode.OK;
  }

  private Renewal.Api api() {
    var endpoints = Endpoints.of(data.directory());
    var tokens = new Tokens(endpoints.issuer());
    return () -> new ApiClient(endpoints.api(), tokens.of(Cast.GATEWAY.id()));
  }

  private Leases leases(Renewal.Api api) throws InterruptedException {
    try {
      var trust = new Trust(Renewal.keys(api), "lockbox", Cast.GATEWAY.id(), ALLOWANCE);
      var demanding = approvers.map(file -> trust.demanding(tenant, demand(file))).orElse(trust);
      return new Leases(demanding, InstantSource.system(), System::nanoTime);
    } catch (Malformed none) {
      throw new Refused("the lockbox publishes no keys of leases: " + none.getMessage());
    }
  }

  private Demand demand(Path file) {
    try {
      return new Demand(Approvers.parse(Files.readAllBytes(file)), signatures);
    } catch (IOException unread) {
      throw new UncheckedIOException("cannot read the keys in " + file, unread);
    } catch (Malformed none) {
      throw new Refused("%s holds no keys of approvers: %s".formatted(file, none.getMessage()));
    } catch (IllegalArgumentException tooMany) {
      throw new ParameterException(spec.commandLine(), tooMany.getMessage(), tooMany);
    }
  }

  /** Says what came of it where that is not what came of the last. */
  private void renew(Renewal renewal) {
    try {
      var now = renewal.renew();
      if (!now.equals(last)) {
        say("lease " + now);
      }
      last = now;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void hear(Hearing ends) {
    try {
      ends.hear();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
