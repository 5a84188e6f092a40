package dev.lockbox.processor;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * A registry that knows whatever it is asked to write, as a real one does once the schemas are
 * registered, and answers 404 for an id it never gave.
 */
final class LenientRegistry extends MockSchemaRegistryClient {
  private static final int NOT_FOUND = 404;
  private static final int SCHEMA_NOT_FOUND = 40403;

  private final Set<Integer> given = new HashSet<>();

  @Override
  public int getId(String subject, ParsedSchema schema) throws IOException, RestClientException {
    return getId(subject, schema, false);
  }

  @Override
  public int getId(String subject, ParsedSchema schema, boolean normalize)
      throws IOException, RestClientException {
    var id = register(subject, schema);
    given.add(id);
    return id;
  }

  @Override
  public ParsedSchema getSchemaById(int id) throws IOException, RestClientException {
    if (!given.contains(id)) {
      throw new RestClientException("no schema " + id, NOT_FOUND, SCHEMA_NOT_FOUND);
    }
    return super.getSchemaById(id);
  }
}
