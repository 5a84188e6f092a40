package dev.lockbox.testkit.rig;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.lockbox.events.signing.Pem;
import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.testkit.load.JitService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who publishes in a run, each with a key of its own, as a deployment should have it: the processor
 * believes nobody else.
 */
public final class Signers {
  private static final String ADAPTER = "grant-adapter";

  private final Path jitService;
  private final Path grantAdapter;

  private Signers(Path jitService, Path grantAdapter) {
    this.jitService = jitService;
    this.grantAdapter = grantAdapter;
  }

  /** With new keys, which are kept there for whatever process is to sign. */
  public static Signers in(Path directory) {
    return new Signers(fresh(directory, JitService.NAME.value()), fresh(directory, ADAPTER));
  }

  /** A file with both halves of a new key, for its owner alone. */
  public static Path fresh(Path directory, String name) {
    try {
      var file =
          Files.createFile(
              directory.resolve(name + ".pem"),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return Files.writeString(file, Pem.fresh(), US_ASCII);
    } catch (IOException unwritten) {
      throw new UncheckedIOException("cannot keep a key in " + directory, unwritten);
    }
  }

  /** Of {@link JitService#NAME}. */
  public SigningKey jitService() {
    return key(jitService);
  }

  /** The same, for another process. */
  public Path jitServiceFile() {
    return jitService;
  }

  private static SigningKey key(Path file) {
    try {
      return SigningKey.of(Files.readString(file, US_ASCII));
    } catch (IOException unread) {
      throw new UncheckedIOException("cannot read " + file, unread);
    }
  }

  /** What the services are told: whom to believe, and by what to sign. */
  public Map<String, Object> settings() {
    var settings = new HashMap<String, Object>();
    settings.putAll(named(JitService.NAME.value(), jitService));
    settings.putAll(named(ADAPTER, grantAdapter));
    settings.put("lockbox.adapter.key-file", grantAdapter.toString());
    return settings;
  }

  private static Map<String, Object> named(String service, Path key) {
    var setting = "lockbox.services." + service;
    return Map.of(
        setting + ".keys", List.of(Pem.of(key(key).key())), setting + ".tenants", List.of("*"));
  }
}
