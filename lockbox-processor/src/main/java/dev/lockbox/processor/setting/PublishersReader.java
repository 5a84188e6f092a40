package dev.lockbox.processor.setting;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.signature.VerifyingKey;
import dev.lockbox.events.signing.Pem;
import dev.lockbox.processor.publisher.Publisher;
import dev.lockbox.processor.publisher.Publishers;
import dev.lockbox.processor.publisher.Served;
import dev.lockbox.service.Require;
import dev.lockbox.service.SecretFile;
import dev.lockbox.service.setting.Given;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Services that may publish, as docs/configuration.md has them written down. */
public final class PublishersReader {
  private static final String EVERYBODY = "*";

  private PublishersReader() {}

  /**
   * @param setting its name, for the message
   * @param given what each service is, by its name
   * @throws IllegalArgumentException naming the place of what is not understood
   */
  public static Publishers read(String setting, Map<?, ?> given) {
    var all =
        given.entrySet().stream()
            .map(one -> publisher(setting, String.valueOf(one.getKey()), one.getValue()))
            .toList();
    return located(setting, () -> new Publishers(all));
  }

  private static Publisher publisher(String setting, String name, Object given) {
    var place = setting + "." + name;
    return Given.read(
        place,
        given,
        parts ->
            new Publisher(
                new PersonId(parts.maybeText("name").orElse(name)),
                parts.texts("keys").stream().map(PublishersReader::key).toList(),
                served(parts.texts("tenants"))));
  }

  /** Told without what stands in it. */
  private static VerifyingKey key(String given) {
    var isPem = Pem.isPem(given);
    var where = isPem ? "a key" : given;
    var text = isPem ? given : located("keys", () -> SecretFile.read(Path.of(given)));
    Require.that(
        !Pem.holdsPrivateHalf(text),
        "%s holds a private key, which is for the service alone: hand over its PUBLIC KEY",
        where);
    return located(where, () -> Pem.publicKey(text));
  }

  private static Served served(List<String> tenants) {
    if (tenants.contains(EVERYBODY)) {
      Require.that(tenants.size() == 1, "tenants must be customers or * alone, were %s", tenants);
      return new Served.Everybody();
    }
    return new Served.These(
        tenants.stream().map(TenantId::new).collect(Collectors.toUnmodifiableSet()));
  }

  /** Reads something. */
  @FunctionalInterface
  private interface Reading<T> {
    T read();
  }

  private static <T> T located(String where, Reading<T> reading) {
    try {
      return reading.read();
    } catch (IllegalArgumentException | UncheckedIOException wrong) {
      throw new IllegalArgumentException("%s: %s".formatted(where, wrong.getMessage()), wrong);
    }
  }
}
