package dev.lockbox.testkit.rig;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.lockbox.domain.identity.PersonId;
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
  /** As whom a gateway tells what engineers do. */
  public static final PersonId GATEWAY = new PersonId("gateway-1");

  private static final String ADAPTER = "grant-adapter";

  private final Path jitService;
  private final Path grantAdapter;
  private final Path gateway;
  private final Path processor;

  private Signers(Path jitService, Path grantAdapter, Path gateway, Path processor) {
    this.jitService = jitService;
    this.grantAdapter = grantAdapter;
    this.gateway = gateway;
    this.processor = processor;
  }

  /** With new keys, which are kept there for whatever process is to sign. */
  public static Signers in(Path directory) {
    return new Signers(
        fresh(directory, JitService.NAME.value()),
        fresh(directory, ADAPTER),
        fresh(directory, GATEWAY.value()),
        fresh(directory, "processor"));
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

  /** Of {@link #GATEWAY}. */
  public SigningKey gateway() {
    return key(gateway);
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
    settings.putAll(named("services", JitService.NAME.value(), jitService));
    settings.putAll(named("services", ADAPTER, grantAdapter));
    settings.putAll(named("reporters", GATEWAY.value(), gateway));
    settings.putAll(named("reporters", ADAPTER, grantAdapter));
    settings.put("lockbox.processor.key-file", processor.toString());
    settings.put("lockbox.adapter.key-file", grantAdapter.toString());
    return settings;
  }

  private static Map<String, Object> named(String as, String name, Path key) {
    var setting = "lockbox.%s.%s".formatted(as, name);
    return Map.of(
        setting + ".keys", List.of(Pem.of(key(key).key())), setting + ".tenants", List.of("*"));
  }
}
