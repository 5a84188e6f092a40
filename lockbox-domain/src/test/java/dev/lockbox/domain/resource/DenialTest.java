package dev.lockbox.domain.resource;

import static dev.lockbox.domain.resource.Types.denying;
import static dev.lockbox.domain.resource.Types.misfit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.decision.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenialTest {
  private static final Catalogue REPOSITORIES =
      new Catalogue(
          List.of(
              denying(
                  "code.repository",
                  "/repos/{repo}/{path...}",
                  List.of(Denial.of(List.of("file.*"), "/repos/*/src/main")),
                  "file.read",
                  "metrics.read")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/repos/shop/src/main",
        "/repos/shop/src/main/App.java",
        "/repos/shop/SRC/Main/App.java"
      })
  void whatLiesAtOrBelowIsDenied(String name) {
    assertThat(misfit(REPOSITORIES, "file.read", name))
        .hasValueSatisfying(
            misfit -> assertThat(misfit.refusal()).isEqualTo(Refusal.ACTION_NOT_ALLOWED_HERE));
  }

  @Test
  void theWholeIsDeniedForTheSakeOfItsParts() {
    assertThat(misfit(REPOSITORIES, "file.read", "/repos/shop/src")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/repos/shop/docs", "/repos/shop/src/test/App.java", "/repos/src/a/b"})
  void whatLiesElsewhereIsNot(String name) {
    assertThat(misfit(REPOSITORIES, "file.read", name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/repos/shop/src", "/repos/shop/src/main/App.java"})
  void anotherActionIsNot(String name) {
    assertThat(misfit(REPOSITORIES, "metrics.read", name)).isEmpty();
    assertThat(misfit(REPOSITORIES, List.of("metrics.read", "file.read"), List.of(name)))
        .isPresent();
  }
}
