package dev.lockbox.local.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Cast;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.Quarantined;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FindingTest {
  private static final Quarantined FOUND =
      new Quarantined(
          "lockbox.commands",
          0,
          7,
          Cast.MORNING,
          Optional.empty(),
          QuarantineCause.values()[0],
          "expected a record",
          Optional.empty(),
          Optional.empty());

  @Test
  void aProgramReadsWhomItFreezesAndNothingOfWhatWasFound() {
    var frozen = new TreeSet<>(List.of(Cast.CONTOSO, Cast.FABRIKAM));

    var json = new Finding(FOUND, frozen, new TreeSet<>()).json();

    assertThat(json.path("id").asText()).isEqualTo("lockbox.commands/0/7");
    assertThat(json.path("tenant").isNull()).isTrue();
    assertThat(json.path("frozen")).hasToString("[\"contoso\",\"fabrikam\"]");
    assertThat(json.path("released")).isEmpty();
    assertThat(json.toString()).doesNotContain("expected a record");
  }
}
