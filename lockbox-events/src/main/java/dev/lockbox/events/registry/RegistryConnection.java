package dev.lockbox.events.registry;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaString;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A registry client that asks for each schema id once in the life of its cache directory, and
 * thereafter needs the registry no more, neither to read nor to write. The directory belongs to one
 * registry: pointed at another one, whose ids mean other schemas, it must be deleted.
 */
public final class RegistryConnection extends CachedSchemaRegistryClient {
  /** How long a registry that does not answer goes unnoticed: connecting, then reading. */
  private static final int CONNECT_MILLIS_MAX = 1000;

  private static final int READ_MILLIS_MAX = 2000;

  /** An operator waits longer: a registry that has just started may take its time to register. */
  private static final int ADMIN_READ_MILLIS_MAX = 20_000;

  /** Schemas and subjects held in memory; beyond it the oldest are read from disk again. */
  private static final int HELD_MAX = 1000;

  /** What stands for every schema that no record of ours can have. */
  private static final AvroSchema FOREIGN = new AvroSchema(Schema.create(Schema.Type.NULL));

  private final RestService rest;
  private final LearnedIds learned;
  private final Map<Written, Integer> idsInUse = new ConcurrentHashMap<>();

  /**
   * A schema under the subject it is written under: as many as there are record types of ours. The
   * schema counts as the object it is, since to compare two in depth for each record written would
   * cost more than to write it.
   */
  private record Written(String subject, Object schema) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Written written
          && schema == written.schema
          && subject.equals(written.subject);
    }

    @Override
    public int hashCode() {
      return subject.hashCode();
    }
  }

  private RegistryConnection(RestService rest, LearnedIds learned, Map<String, ?> settings) {
    super(rest, HELD_MAX, List.of(new AvroSchemaProvider()), settings, Map.of());
    this.rest = rest;
    this.learned = learned;
  }

  /** Connects without credentials, as the local mode does. */
  public static SchemaRegistryClient connect(URI url, Path cacheDirectory) {
    return connect(url, cacheDirectory, Map.of());
  }

  /**
   * Asks nothing yet.
   *
   * @param cacheDirectory made when missing
   * @param settings Confluent's own, for credentials, TLS and other timeouts; may be empty
   */
  public static SchemaRegistryClient connect(
      URI url, Path cacheDirectory, Map<String, ?> settings) {
    return new RegistryConnection(
        new RestService(url.toString()),
        new LearnedIds(cacheDirectory),
        patience(READ_MILLIS_MAX, settings));
  }

  /** A connection that remembers nothing on disk, so that what it says is the registry's word. */
  public static SchemaRegistryClient direct(URI url, Map<String, ?> settings) {
    return new CachedSchemaRegistryClient(
        url.toString(), HELD_MAX, patience(ADMIN_READ_MILLIS_MAX, settings));
  }

  private static Map<String, Object> patience(int readMillisMax, Map<String, ?> settings) {
    var all = new HashMap<String, Object>();
    all.put(SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS, CONNECT_MILLIS_MAX);
    all.put(SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS, readMillisMax);
    all.put(SchemaRegistryClientConfig.MAX_RETRIES_CONFIG, 0); // who asks knows how to wait
    all.putAll(settings);
    return all;
  }

  @Override
  public int getId(String subject, ParsedSchema schema, boolean normalize)
      throws IOException, RestClientException {
    var written = new Written(subject, schema.rawSchema());
    var inUse = idsInUse.get(written);
    if (inUse != null) {
      return inUse;
    }
    var id = learnedId(subject, schema, normalize);
    idsInUse.put(written, id);
    return id;
  }

  private int learnedId(String subject, ParsedSchema schema, boolean normalize)
      throws IOException, RestClientException {
    var text = schema.canonicalString();
    var known = learned.idOf(subject, text);
    if (known.isPresent()) {
      return known.get();
    }
    var id = super.getId(subject, schema, normalize);
    learned.keepId(subject, text, id);
    learned.keepSchema(id, text);
    return id;
  }

  @Override
  protected ParsedSchema getSchemaByIdFromRegistry(int id, @Nullable String subject)
      throws IOException, RestClientException {
    var known = learned.schemaOf(id);
    if (known.isPresent()) {
      return new AvroSchema(known.get());
    }
    var schema = parsed(rest.getId(id, subject));
    if (schema != FOREIGN) {
      learned.keepSchema(id, schema.canonicalString());
    }
    return schema;
  }

  /**
   * A schema in another language, or one that does not stand on its own, is none of ours, and
   * asking again would not make it so: it is answered as Avro's null, which is no record.
   */
  private static AvroSchema parsed(SchemaString answer) {
    var type = answer.getSchemaType();
    var references = answer.getReferences();
    if ((type != null && !type.equals(AvroSchema.TYPE))
        || (references != null && !references.isEmpty())) {
      return FOREIGN;
    }
    try {
      return new AvroSchema(answer.getSchemaString());
    } catch (AvroRuntimeException malformed) {
      return FOREIGN;
    }
  }
}
