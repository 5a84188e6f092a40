package dev.lockbox.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "openshift, openshift",
    "openshift-*, openshift-etcd",
    "openshift-*, openshift-",
    "*, anything",
    "*-pii, orders-pii",
    "*secret*, my-secrets",
    "*secret*, secret",
    "a*b*c, a-b-b-c",
    "a*a, aa"
  })
  void aStarStandsForAnyCharactersOrNone(String glob, String word) {
    assertThat(new Glob(glob).matches(word)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "openshift, openshift-etcd",
    "openshift-*, openshift",
    "openshift-*, not-openshift-etcd",
    "openshift-*, Openshift-etcd",
    "*-pii, orders-pii-2",
    "a*a, a",
    "ab*ba, aba",
    "a*b*c, a-c-b",
    "a.c, abc"
  })
  void everythingElseStandsForItself(String glob, String word) {
    assertThat(new Glob(glob).matches(word)).isFalse();
  }

  @Test
  void whatIsDeniedIsDeniedInAnyCase() {
    assertThat(new Glob("secret*").matchesInAnyCase("SecretList")).isTrue();
    assertThat(new Glob("Secret*").matchesInAnyCase("SECRETS")).isTrue();
    assertThat(new Glob("secret*").matchesInAnyCase("ConfigMap")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a,b", "ünï", "*********", "{x}", "-a"})
  void aPatternIsOfPlainCharactersAndFewStars(String text) {
    assertThatThrownBy(() -> new Glob(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
