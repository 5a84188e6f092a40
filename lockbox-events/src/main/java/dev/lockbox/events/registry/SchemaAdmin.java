package dev.lockbox.events.registry;

import dev.lockbox.events.codec.RegistryUnavailable;
import dev.lockbox.events.codec.Subject;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts the schemas of every topic into the registry, and finds out whether they are there. The
 * registry given must answer for itself: use {@link RegistryConnection#direct}.
 */
public final class SchemaAdmin {
  private static final String COMPATIBILITY = "FULL_TRANSITIVE";
  private static final int NOT_FOUND = 404;
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  private final SchemaRegistryClient registry;

  public SchemaAdmin(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /**
   * Registers what is missing, the compatibility level first, so that it holds for this
   * registration too. Harmless when repeated.
   *
   * @throws SchemaRefused when the registry says no
   * @throws RegistryUnavailable when it does not answer
   */
  public void register() {
    Subject.all().forEach(this::register);
  }

  private void register(Subject subject) {
    try {
      if (!compatibility(subject).equals(Optional.of(COMPATIBILITY))) {
        registry.updateCompatibility(subject.name(), COMPATIBILITY);
      }
      registry.register(subject.name(), subject.schema());
    } catch (RestClientException answer) {
      if (answer.getStatus() >= CLIENT_ERROR && answer.getStatus() < SERVER_ERROR) {
        throw new SchemaRefused(subject, answer);
      }
      throw new RegistryUnavailable(subject.name(), answer);
    } catch (IOException noAnswer) {
      throw new RegistryUnavailable(subject.name(), noAnswer);
    }
  }

  /**
   * What is missing or different, a sentence each; empty when all is well.
   *
   * @throws RegistryUnavailable when the registry does not answer
   */
  public List<String> check() {
    return Subject.all().stream().flatMap(this::problemsOf).toList();
  }

  private Stream<String> problemsOf(Subject subject) {
    try {
      return Stream.of(schemaProblem(subject), compatibilityProblem(subject))
          .flatMap(Optional::stream);
    } catch (IOException | RestClientException noAnswer) {
      throw new RegistryUnavailable(subject.name(), noAnswer);
    }
  }

  private Optional<String> schemaProblem(Subject subject) throws IOException, RestClientException {
    return isRegistered(subject)
        ? Optional.empty()
        : Optional.of("subject %s: this version's schema is not registered".formatted(subject));
  }

  private boolean isRegistered(Subject subject) throws IOException, RestClientException {
    try {
      registry.getId(subject.name(), subject.schema(), false);
      return true;
    } catch (RestClientException answer) {
      return absent(answer, false);
    }
  }

  private Optional<String> compatibilityProblem(Subject subject)
      throws IOException, RestClientException {
    var found = compatibility(subject);
    return found.equals(Optional.of(COMPATIBILITY))
        ? Optional.empty()
        : Optional.of(
            "subject %s: compatibility must be %s, was %s"
                .formatted(subject, COMPATIBILITY, found.orElse("not set")));
  }

  /** Of the subject itself; empty when it has none of its own. */
  private Optional<String> compatibility(Subject subject) throws IOException, RestClientException {
    try {
      return Optional.ofNullable(registry.getCompatibility(subject.name()));
    } catch (RestClientException answer) {
      return absent(answer, Optional.empty());
    }
  }

  private static <T> T absent(RestClientException answer, T meaning) throws RestClientException {
    if (answer.getStatus() != NOT_FOUND) {
      throw answer;
    }
    return meaning;
  }
}
