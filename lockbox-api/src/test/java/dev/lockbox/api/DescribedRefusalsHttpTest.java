package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a route is described as refused with, somebody is refused with it there: whom nobody
 * knows, who has no say in it, who calls too often, and who wants what there is none of. Whether
 * the answer fits is looked at as everywhere; see {@link Described}.
 */
class DescribedRefusalsHttpTest {
  private static final Set<Integer> BY_THEMSELVES = Set.of(401, 429);

  private static HttpRig http;

  /** Everybody may do one thing of each kind a minute. */
  @BeforeAll
  static void start() {
    http =
        HttpRig.start(
            Map.of(
                "lockbox.api.rates.reads", "1",
                "lockbox.api.rates.changes", "1",
                "lockbox.api.rates.noes", "1",
                "lockbox.api.rates.questions", "1",
                "lockbox.api.rates.tenant-times", "1000"));
    http.registerProvider();
    http.requestOfContoso();
  }

  @AfterAll
  static void stop() {
    http.close();
  }

  static Set<String> routes() {
    return Described.api().refusals().keySet();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routes")
  void everyRefusalThatIsDescribedIsMetAndNoOther(String route) {
    var method = route.split(" ", 2)[0];
    var path = path(route);
    var somebody = http.caller("nobody-" + Integer.toHexString(route.hashCode()), CONTOSO);
    var met = new TreeSet<String>();
    var unknown = http.anybody().send(method, path, "{}");
    var mayNot = somebody.send(method, path, "{}");
    var tooOften = somebody.send(method, path, "{}");
    var elsewise = http.anybody().saying("Accept", "text/nothing").send(method, path, "{}");
    for (var answer : Set.of(unknown, mayNot, tooOften, elsewise)) {
      if (answer.status() >= 400) {
        met.add(named(answer.status()));
      }
    }
    assertThat(met).isEqualTo(Described.api().refusals().get(route));
  }

  /** As it is described: some by themselves, the others together. */
  private static String named(int status) {
    return BY_THEMSELVES.contains(status) ? Integer.toString(status) : status / 100 + "XX";
  }

  private static String path(String route) {
    return route
        .split(" ", 2)[1]
        .replaceAll("\\{(tenant|tenantId|subscriptionId)}", "contoso")
        .replaceAll("\\{[^}]*}", "req-1");
  }
}
