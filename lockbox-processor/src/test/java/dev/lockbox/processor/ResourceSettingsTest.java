package dev.lockbox.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.Catalogue;
import dev.lockbox.domain.resource.Misfit;
import dev.lockbox.service.ServiceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceSettingsTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  @TempDir private Path directory;

  @Test
  void unsaidTheTypesAreTheBuiltInOnes() throws IOException {
    assertThat(catalogue("lockbox:\n  data-dir: x\n")).isEqualTo(Catalogue.BUILT_IN);
    assertThat(catalogue("lockbox:\n  resource-types: []\n")).isEqualTo(Catalogue.BUILT_IN);
  }

  /** The example of docs/configuration.md, as it stands there. */
  @Test
  void aTypeOfTheDeploymentIsRead() throws IOException {
    var catalogue = catalogue(example());

    assertThat(catalogue.types()).hasSize(Catalogue.BUILT_IN.types().size() + 2);
    fits(catalogue, "cache.metrics.read", "/caches/pay-pii");
    fits(catalogue, "cache.keys.list", "/caches/shop-1");
    fits(catalogue, "cache.slowLog.read", "/caches/pay/slowLog");
    fits(catalogue, "k8s.pod.logs", "/clusters/c1/ns/openshift-etcd");
    refused(catalogue, "cache.keys.list", "/caches/pay", Refusal.ACTION_NOT_ALLOWED_HERE);
    refused(catalogue, "cache.keys.list", "/caches/shop-PII", Refusal.ACTION_NOT_ALLOWED_HERE);
    refused(catalogue, "cache.keys.list", "/caches/shop-1/slowLog", Refusal.UNSUPPORTED_ACTION);
    refused(
        catalogue,
        "cache.metrics.read",
        "/mainframes/z1/lpar1",
        Refusal.UNSUPPORTED_DEPLOYMENT_MODEL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "only:|onyl:|resource-types[0].actions[1] has what is not understood: [onyl]",
        "denied:|deny:|resource-types[0] has what is not understood: [deny]",
        "risk: HIGH|risk: SMALL|resource-types[0].actions[1]: risk must be LOW or HIGH, was SMALL",
        "risk: HIGH|note: x|resource-types[0].actions[1] risk is missing",
        "of: [slowLog]|of: [fastLog]|resource-types[0]: cache.slowLog.read of cache.redis applies to fastLog",
        "part: cache|part: cash|resource-types[0]: cache.keys.list of cache.redis is allowed only where cash is",
        "at: /caches/*-pii|at: /cashes/*-pii|resource-types[0]: cache.redis denies cache.keys.* at /cashes/*-pii",
        "[shop-*, search-*]|shop-*|resource-types[0].actions[1].only[0].is must be a list, was shop-*",
        "[shop-*, search-*]|[1]|resource-types[0].actions[1].only[0].is[0] must be text, was 1",
        "standing: UNSUPPORTED_MODEL|standing: MAYBE|resource-types[1]: standing must be SUPPORTED",
        "standing: UNSUPPORTED_MODEL|standing: SUPPORTED|actions of a resource type must be 1 to 64, were 0",
        "help: https|hilfe: https|resource-types[1] help is missing",
        "/mainframes/{machine}/{partition}|/vms/{machine}|could be the same name",
        "id: mainframe.lpar|id: cache.redis|cache.redis is twice"
      })
  void whatIsNotUnderstoodStopsTheStartAndIsNamed(String right, String wrong, String message)
      throws IOException {
    var example = example();
    assertThat(example).contains(right);
    assertThatThrownBy(() -> catalogue(example.replace(right, wrong)))
        .hasStackTraceContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cache", "[cache]", "7", "{id: cache}"})
  void whatIsNoListOfTypesStopsTheStart(String value) {
    assertThatThrownBy(() -> catalogue("lockbox:\n  resource-types: %s\n".formatted(value)))
        .hasStackTraceContaining("resource-types");
  }

  @Test
  void theProcessorDoesNotStartWithWhatIsNotUnderstood() throws IOException {
    var file = Files.writeString(directory.resolve("bad.yml"), "lockbox:\n  resource-types: [x]\n");
    try (var context = ServiceContext.of(ProcessorService.NAME, Map.of(), Optional.of(file))) {
      assertThatThrownBy(() -> context.bean(Tasks.class))
          .hasStackTraceContaining("lockbox.resource-types[0] must be names with values, was x");
    }
  }

  private static void fits(Catalogue catalogue, String action, String resource) {
    assertThat(misfit(catalogue, action, resource)).isEmpty();
  }

  private static void refused(
      Catalogue catalogue, String action, String resource, Refusal expected) {
    assertThat(misfit(catalogue, action, resource).map(Misfit::refusal)).contains(expected);
  }

  private static Optional<Misfit> misfit(Catalogue catalogue, String action, String resource) {
    return catalogue.firstMisfit(
        List.of(new ActionName(action)), List.of(new ResourceName(resource)));
  }

  private static String example() throws IOException {
    var page = Files.readString(PAGE);
    var section = page.substring(page.indexOf("### Resource types"));
    var begin = section.indexOf("```yaml\n") + "```yaml\n".length();
    return section.substring(begin, section.indexOf("```", begin));
  }

  private Catalogue catalogue(String yaml) throws IOException {
    var file = Files.writeString(directory.resolve("settings.yml"), yaml);
    try (var context = ServiceContext.of(ProcessorService.NAME, Map.of(), Optional.of(file))) {
      return context.bean(ResourceSettings.class).catalogue();
    }
  }
}
