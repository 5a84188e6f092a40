package dev.lockbox.service;

import dev.lockbox.events.topic.Topic;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One running service: its beans, and its HTTP port. Several may share a JVM, since each reads a
 * configuration of its own name and sees the beans of its own package only.
 *
 * <p>Settings, the later over the earlier: {@code lockbox-NAME.yml} on the class path, the file
 * given, the environment ({@code LOCKBOX_…}), system properties, the overrides given.
 */
public final class ServiceContext implements AutoCloseable {
  /** Which service's beans a context holds. */
  public static final String NAME = "lockbox.service";

  private static final String STARTING = "starting";
  private static final int DEFAULTS_ORDER = -400;
  private static final int FILE_ORDER = -300;

  private final ApplicationContext beans;

  private ServiceContext(ApplicationContext beans) {
    this.beans = beans;
  }

  /**
   * Reads the settings and makes the beans. Nothing touches Kafka yet.
   *
   * @param name of the service, as its beans require it
   * @param overrides settings that win over all others
   * @param file settings in YAML; empty for none
   */
  public static ServiceContext of(String name, Map<String, Object> overrides, Optional<Path> file) {
    var builder =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .banner(false)
            .properties(overrides)
            .propertySources(defaults(name));
    file.ifPresent(path -> builder.propertySources(fromFile(path)));
    builder.propertySources(PropertySource.of("service", Map.of(NAME, name)));
    return new ServiceContext(builder.start());
  }

  /**
   * Checks the ground the service stands on, learns the schemas of what it writes, and opens its
   * HTTP port: in this order, so that nothing is served from an unsafe deployment. Waits while the
   * schema registry does not answer. Health is red until {@link #started}.
   *
   * @throws dev.lockbox.events.admin.UnsafeDeployment naming everything that is wrong
   */
  public void open(List<Topic> written) {
    beans.getBean(Ground.class).check(written);
    beans.getBean(Vitals.class).red(STARTING, "not everything runs yet");
    beans.getBean(EmbeddedServer.class).start();
  }

  /** To be called when everything runs that says for itself whether it is well. */
  public void started() {
    beans.getBean(Vitals.class).green(STARTING);
  }

  public <T> T bean(Class<T> type) {
    return beans.getBean(type);
  }

  /** Every bean that is defined for this service, for a test that lists them. */
  public ApplicationContext beans() {
    return beans;
  }

  /** Where health, metrics and the service's own routes answer. */
  public int port() {
    return bean(EmbeddedServer.class).getPort();
  }

  @Override
  public void close() {
    beans.close();
  }

  private static PropertySource defaults(String name) {
    var resource = "lockbox-" + name + ".yml";
    try (var in = ServiceContext.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "service %s has no %s on the class path".formatted(name, resource));
      }
      return PropertySource.of(resource, yaml(resource, in), DEFAULTS_ORDER);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + resource, unreadable);
    }
  }

  private static PropertySource fromFile(Path file) {
    try (var in = Files.newInputStream(file)) {
      return PropertySource.of(file.toString(), yaml(file.toString(), in), FILE_ORDER);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the settings in " + file, unreadable);
    }
  }

  private static Map<String, Object> yaml(String name, InputStream in) throws IOException {
    return new YamlPropertySourceLoader().read(name, in);
  }
}
