package dev.lockbox.broker.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.broker.registry.RegistryHealth.Failed;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryWatchTest {

  @TempDir Path directory;

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aServerThatNeverRunsIsGivenUpAfterItsRestarts() throws Exception {
    Files.writeString(directory.resolve("quarkus-run.jar"), "not a server");
    var home = new ApicurioHome(directory);
    var settings = RegistrySettings.of(directory, home, "127.0.0.1:1").reportingTo(told::add);
    var note = RegistryNote.readFrom(directory);
    var quick = new RestartPolicy(0, Duration.ofMillis(1));
    var watch = new RegistryWatch(settings, note, URI.create("http://127.0.0.1:1"), quick);

    watch.run();

    assertThat(watch.awaitSettled()).isInstanceOf(Failed.class);
    assertThat(told)
        .hasSize(RestartPolicy.RESTARTS_MAX + 1)
        .last()
        .asString()
        .contains("ended with status 1")
        .contains("gave up after 5 restarts")
        .contains("registry.log");
    assertThat(directory.resolve("registry.log")).content().contains("ClassNotFoundException");
    assertThat(RegistryNote.readFrom(directory)).isEqualTo(note);
  }

  @Test
  void aMissingServerSaysHowToGetOne() {
    assertThatThrownBy(() -> new ApicurioHome(directory))
        .isInstanceOf(ApicurioMissing.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("mvn -pl lockbox-broker generate-test-resources")
        .hasMessageContaining("lockbox.apicurio.home");
  }
}
