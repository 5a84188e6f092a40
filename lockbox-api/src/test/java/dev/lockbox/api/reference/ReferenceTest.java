package dev.lockbox.api.reference;

import dev.lockbox.api.problem.Code;
import dev.lockbox.events.reference.Reference;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  private final OpenApiTables openApi = OpenApiTables.ofThisBuild();

  @Test
  void everyRouteIsDescribedAsItIs() throws IOException {
    Reference.assertUpToDate("routes", openApi.routes());
  }

  @Test
  void everyBodyIsDescribedAsItIs() throws IOException {
    Reference.assertUpToDate("bodies", openApi.bodies());
  }

  @Test
  void everyProblemHasItsStatus() throws IOException {
    Reference.assertUpToDate("problems", problems());
  }

  private static String problems() {
    return Arrays.stream(Code.values())
        .map(code -> "| `%s` | %d | %s |\n".formatted(code, code.status(), code.title()))
        .collect(Collectors.joining("", "| Code | Status | |\n|---|---|---|\n", ""));
  }
}
