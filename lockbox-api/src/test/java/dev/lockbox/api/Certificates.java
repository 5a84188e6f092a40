package dev.lockbox.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An authority, and what it certifies, made by the JDK's own tool; good for a day. */
final class Certificates {
  private static final String PASSWORD = "of-a-test-alone";
  private static final long DONE_WITHIN_SECONDS = 60;

  private final Path directory;
  private final String name;

  private Certificates(Path directory, String name) {
    this.directory = directory;
    this.name = name;
  }

  static Certificates of(Path directory, String name) throws IOException {
    var made = new Certificates(directory, name);
    made.keytool(made.store(name), "-genkeypair", key(name, "-ext", "bc:c"));
    made.keytool(
        made.store(name), "-exportcert", List.of("-alias", name, "-rfc", "-file", made.pem()));
    return made;
  }

  /** The authority's own certificate, in PEM. */
  Path file() {
    return directory.resolve(name + ".pem");
  }

  private String pem() {
    return file().toString();
  }

  /** What a server is told that is to show a certificate for this name. */
  Map<String, Object> server(String host) throws IOException {
    var server = name + "-server";
    var asked = directory.resolve(server + ".csr").toString();
    var signed = directory.resolve(server + ".pem").toString();
    var store = store(server);
    keytool(store, "-genkeypair", key(server));
    keytool(store, "-certreq", List.of("-alias", server, "-file", asked));
    keytool(
        store(name),
        "-gencert",
        List.of(
            "-alias",
            name,
            "-infile",
            asked,
            "-outfile",
            signed,
            "-rfc",
            "-validity",
            "1",
            "-ext",
            "san=dns:" + host));
    keytool(store, "-importcert", List.of("-alias", name, "-file", pem(), "-noprompt"));
    keytool(store, "-importcert", List.of("-alias", server, "-file", signed, "-noprompt"));
    return Map.of(
        "micronaut.server.ssl.enabled",
        true,
        "micronaut.server.ssl.port",
        -1,
        "micronaut.server.ssl.key-store.path",
        "file:" + store,
        "micronaut.server.ssl.key-store.type",
        "PKCS12",
        "micronaut.server.ssl.key-store.password",
        PASSWORD,
        "micronaut.server.ssl.key.alias",
        server);
  }

  private Path store(String of) {
    return directory.resolve(of + ".p12");
  }

  private static List<String> key(String alias, String... more) {
    var options =
        new ArrayList<>(
            List.of(
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "1",
                "-dname",
                "CN=" + alias));
    options.addAll(List.of(more));
    return options;
  }

  private void keytool(Path store, String what, List<String> options) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.add(what);
    command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD));
    command.addAll(options);
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (!process.waitFor(DONE_WITHIN_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError("keytool %s: %s".formatted(what, said));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
