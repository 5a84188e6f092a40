package dev.lockbox.api;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A Keycloak of its own process, on loopback, with the realm of {@code docker/keycloak}. What it
 * prints stands in {@code keycloak.log} beside its home.
 */
final class Keycloak implements AutoCloseable {
  /** The property that says where the distribution is. */
  static final String HOME = "lockbox.keycloak.home";

  private static final Path REALM = Path.of("..", "docker", "keycloak", "lockbox-realm.json");

  /** It builds itself anew first, which takes a minute on two cores. */
  private static final Duration WELL_WITHIN = Duration.ofMinutes(4);

  private static final Duration GONE_WITHIN = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final URI issuer;

  private Keycloak(Process process, URI issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /** The issuer's address where it listens on this port. */
  static URI issuer(int port) {
    return URI.create("http://127.0.0.1:%d/realms/lockbox".formatted(port));
  }

  /**
   * Starts it without a past, and returns once it answers.
   *
   * @param portal where browsers find the portal; the realm says where that is in the try
   */
  static Keycloak start(int port, URI portal) {
    var home = Path.of(System.getProperty(HOME));
    try {
      var imports = Files.createDirectories(home.resolve("data").resolve("import"));
      var realm = Files.readString(REALM).replace("http://localhost:8080", portal.toString());
      Files.writeString(imports.resolve(REALM.getFileName()), realm);
      Files.deleteIfExists(home.resolve("data").resolve("h2").resolve("keycloakdb.mv.db"));
      var builder =
          new ProcessBuilder("bash", home.resolve("bin/kc.sh").toString(), "start-dev")
              .redirectErrorStream(true)
              .redirectOutput(home.resolveSibling("keycloak.log").toFile());
      builder.command().add("--import-realm");
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().put("KC_HTTP_HOST", "127.0.0.1");
      builder.environment().put("KC_HTTP_PORT", Integer.toString(port));
      builder.environment().put("KC_HOSTNAME", "http://127.0.0.1:" + port);
      var keycloak = new Keycloak(builder.start(), issuer(port));
      keycloak.awaitWell();
      return keycloak;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot run Keycloak in " + home, failed);
    }
  }

  private void awaitWell() {
    try {
      await("Keycloak to answer").atMost(WELL_WITHIN).until(this::isWell);
    } catch (RuntimeException neverWell) {
      close();
      throw neverWell;
    }
  }

  private boolean isWell() throws InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException("Keycloak ended with status " + process.exitValue());
    }
    var discovery = URI.create(issuer + "/.well-known/openid-configuration");
    try {
      var answer =
          client.send(HttpRequest.newBuilder(discovery).build(), BodyHandlers.discarding());
      return answer.statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** With all that its script started. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(GONE_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
