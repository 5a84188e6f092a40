package dev.lockbox.events.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;

/**
 * Schemas that stores were written with before today's. A store keeps what it was given for as long
 * as nothing changes it, so each of them stays readable for good.
 */
final class OlderSchemas {
  private OlderSchemas() {}

  /**
   * The schemas released before today's, from the class path: {@code TYPE-vN.avsc}.
   *
   * @param versions how many
   */
  static SchemaStore of(String type, int versions) {
    var store = new SchemaStore.Cache();
    for (var version = 1; version <= versions; version++) {
      store.addSchema(read("%s-v%s.avsc".formatted(type, version)));
    }
    return store;
  }

  private static Schema read(String resource) {
    try (var in = OlderSchemas.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no %s on the class path".formatted(resource));
      }
      return new Schema.Parser().parse(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + resource, unreadable);
    }
  }
}
