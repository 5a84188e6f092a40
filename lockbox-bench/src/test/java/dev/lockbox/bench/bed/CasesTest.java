package dev.lockbox.bench.bed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.resource.Catalogue;
import org.junit.jupiter.api.Test;

class CasesTest {
  @Test
  void everyCaseCanBeOpened() {
    var cases = new Cases("anna");
    for (var number = 0; number <= cases.tenants().size(); number++) {
      var asked = ((OpenRequest) cases.open(number).command()).asked();
      assertThat(Catalogue.BUILT_IN.firstMisfit(asked.actions(), asked.resources())).isEmpty();
    }
  }
}
