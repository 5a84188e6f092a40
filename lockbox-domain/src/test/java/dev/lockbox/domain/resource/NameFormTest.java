package dev.lockbox.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.identity.ResourceName;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameFormTest {
  private static final NameForm POD =
      NameForm.of("pod", "/clusters/{cluster}/ns/{namespace}/pods/{pod}");
  private static final NameForm FILE = NameForm.of("file", "/logs/{source}/files/{path...}");

  @Test
  void theNamedPartsOfANameAreRead() {
    assertThat(read(POD, "/clusters/aro1/ns/openshift-etcd/pods/etcd-0"))
        .contains(Map.of("cluster", "aro1", "namespace", "openshift-etcd", "pod", "etcd-0"));
  }

  @Test
  void theRestIsAllThatIsLeft() {
    assertThat(read(FILE, "/logs/web1/files/var/log/messages"))
        .contains(Map.of("source", "web1", "path", "var/log/messages"));
    assertThat(read(FILE, "/logs/web1/files")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clusters/aro1/ns/app/pods/p",
        "/clusters/aro1/ns/app/pods/p/",
        "/clusters/aro1/ns/app/pods",
        "/clusters/aro1/ns/app/pods/p/q",
        "/clusters//ns/app/pods/p",
        "//clusters/aro1/ns/app/pods/p",
        "/clusters/aro1/ns/../pods/p",
        "/clusters/aro1/ns/./pods/p",
        "/clusters/aro1/ns/%2e%2e/pods/p",
        "/clusters/aro1/ns/a%2fb/pods/p",
        "/clusters/aro1/ns/*/pods/p",
        "/clusters/aro1/ns/app/pods/p?x=1",
        "/clusters/aro1/ns/app/pods/p;x",
        "/clusters/aro1/ns/app/pods/p#x",
        "/clusters/aro1/ns/app\\pods/pods/p",
        "/CLUSTERS/aro1/ns/app/pods/p",
        "/subscriptions/s-1/clusters/aro1/ns/app/pods/p"
      })
  void aNameThatCouldMeanSomethingElseHasNoForm(String name) {
    assertThat(read(POD, name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/a/{b}, /a/{c}, true",
    "/a/{b}, /a/b, true",
    "/a/b, /a/b, true",
    "/a/b, /a/c, false",
    "/a/{b}, /a/{b}/c, false",
    "/a/{b...}, /a/{b}/c, true",
    "/a/{b...}, /a, false",
    "/a/b/{c...}, /a/c/{d...}, false"
  })
  void twoFormsOverlapWhenOneNameHasBoth(String one, String other, boolean expected) {
    assertThat(overlap(one, other)).isEqualTo(expected);
    assertThat(overlap(other, one)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b",
        "/",
        "/{a}/b",
        "/{a...}",
        "/a//b",
        "/a/{b...}/c",
        "/a/{b}/c/{b}",
        "/a/{B}",
        "/a/{}",
        "/a/x{b}",
        "/a/*"
      })
  void aFormThatIsNoneIsRefused(String pattern) {
    assertThatThrownBy(() -> NameForm.of("label", pattern))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFormIsWrittenAsItWasRead() {
    assertThat(FILE.pattern()).isEqualTo("/logs/{source}/files/{path...}");
    assertThat(NameForm.of("file", FILE.pattern())).isEqualTo(FILE);
  }

  private static boolean overlap(String one, String other) {
    return NameForm.of("one", one).overlaps(NameForm.of("other", other));
  }

  private static Optional<Map<String, String>> read(NameForm form, String name) {
    return Path.of(new ResourceName(name)).flatMap(form::read);
  }
}
