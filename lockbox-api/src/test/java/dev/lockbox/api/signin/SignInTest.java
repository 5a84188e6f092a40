package dev.lockbox.api.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.api.security.LoopbackIssuer;
import dev.lockbox.api.security.Proof;
import dev.lockbox.api.security.Role;
import dev.lockbox.api.security.Speakers;
import dev.lockbox.domain.Cast;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several issuers, each of which speaks for customers of its own. */
class SignInTest {
  private static final String PAGE = "/portal/requests";
  private final LoopbackIssuer contosos = LoopbackIssuer.start();
  private final LoopbackIssuer others = LoopbackIssuer.start();
  private final SigninSettings settings = settings(SealKey.ofANewKey().toString());
  private final Issuers issuers =
      issuers(
          settings,
          issuer("contosos", contosos.url(), List.of("contoso")),
          issuer("others", others.url(), null));
  private final SignIn signIn = signIn(List.of());

  @Test
  void eachIssuerSpeaksForItsOwn() throws Exception {
    assertThat(arrive("contosos", contosos, "contoso").who().caller().person())
        .isEqualTo(Cast.ANNA);
    assertThat(arrive("others", others, "fabrikam").page()).isEqualTo(PAGE);
    assertThatThrownBy(() -> arrive("contosos", contosos, "fabrikam"))
        .isInstanceOfSatisfying(
            SignInFailed.class, failed -> assertThat(failed.status().getCode()).isEqualTo(403));
    assertThatThrownBy(() -> arrive("others", others, "contoso"))
        .hasMessageContaining("does not speak for contoso");
  }

  @Test
  void whatAnotherIssuerSaysIsNotBelieved() throws Exception {
    var onward = begin("contosos");
    var atOthers = onward.issuer().toString().replace(contosos.url(), others.url());
    var query = admit(others, URI.create(atOthers), "contoso");
    assertThatThrownBy(() -> finish(onward, query)).hasMessageContaining("refused");
    assertThatThrownBy(() -> finish(onward, query + "&iss=" + others.url()))
        .hasMessageContaining("another issuer");
  }

  @Test
  void anIssuerThatDoesNotAnswerIsSaidToBeSo() {
    var nobody = issuer("nobody", "http://127.0.0.1:1", null);
    var alone = issuers(settings, nobody).named("nobody").orElseThrow();
    assertThatThrownBy(() -> signIn.begin(alone, PAGE, false))
        .isInstanceOfSatisfying(
            SignInFailed.class, failed -> assertThat(failed.status().getCode()).isEqualTo(503));
  }

  @Test
  void aYesMayTakeOneOfSomeWays() throws Exception {
    var demanding = signIn(List.of("phr"));
    var onward = demanding.begin(issuers.named("others").orElseThrow(), PAGE, true);
    assertThat(LoopbackIssuer.parameters(onward.issuer().getRawQuery()))
        .containsEntry("acr_values", "phr");
    var query = admit(others, onward.issuer(), "fabrikam");
    assertThatThrownBy(() -> demanding.finish(Optional.of(onward.kept().getValue()), said(query)))
        .hasMessageContaining("not proved anew");
    others.spoil(same -> same, claims -> claims.replaceAll("}$", ",\"acr\":\"phr\"}"));
    var again = demanding.begin(issuers.named("others").orElseThrow(), PAGE, true);
    var arrived =
        demanding.finish(
            Optional.of(again.kept().getValue()), said(admit(others, again.issuer(), "fabrikam")));
    assertThat(arrived.who().caller().proof().flatMap(Proof::acr)).contains("phr");
  }

  @Test
  void whatATokenDoesNotSayTheSettingsMay() throws Exception {
    contosos.spoil(
        same -> same,
        claims -> claims.replaceAll(",\"(tenant|roles)\":(\"[^\"]*\"|\\[[^]]*])", ""));
    var caller = arrive("contosos", contosos, "fabrikam").who().caller();
    assertThat(caller.tenant()).isEqualTo(Cast.CONTOSO);
    assertThat(caller.roles()).contains(Role.APPROVER, Role.AUDITOR).doesNotContain(Role.GATEWAY);
    others.spoil(same -> same, claims -> claims.replaceAll(",\"tenant\":\"[^\"]*\"", ""));
    assertThatThrownBy(() -> arrive("others", others, "fabrikam")).hasMessageContaining("tenant");
    others.spoil(same -> same, claims -> claims.replace("\"approver\"", ""));
    assertThat(arrive("others", others, "fabrikam").who().caller().roles()).isEmpty();
  }

  @Test
  void twoIssuersNeverSpeakForTheSameCustomer() {
    var one = issuer("one", contosos.url(), List.of("contoso", "fabrikam"));
    var two = issuer("two", others.url(), List.of("fabrikam"));
    assertThatThrownBy(() -> issuers(settings, one, two)).hasMessageContaining("fabrikam");
    assertThatThrownBy(
            () ->
                issuers(
                    settings, issuer("a", contosos.url(), null), issuer("b", others.url(), null)))
        .hasMessageContaining("one issuer may list no tenants");
  }

  @Test
  void anIssuerNeedsAKeyAndAnAddressOfOurs() {
    var one = issuer("one", contosos.url(), null);
    assertThatThrownBy(() -> issuers(settings(null), one)).hasMessageContaining("key-file");
    var nowhere =
        new SigninSettings(
            Optional.empty(),
            settings.keyFile(),
            null,
            Duration.ofMinutes(10),
            Duration.ofHours(8));
    assertThatThrownBy(() -> issuers(nowhere, one)).hasMessageContaining("lockbox.signin.url");
    assertThat(issuers(settings(null)).isOpen()).isFalse();
  }

  @Test
  void settingsOutOfTheirBoundsAreRefused() {
    for (var url :
        List.of(
            "http://lockbox.example",
            "https://lockbox.example/",
            "https://a@lockbox.example",
            "https://lockbox.example/portal",
            "https://lockbox.example?x")) {
      assertThatThrownBy(() -> settings(URI.create(url), Duration.ofMinutes(10)))
          .as(url)
          .hasMessageContaining("lockbox.signin.url");
    }
    assertThatThrownBy(() -> settings(URI.create("https://l.example"), Duration.ofMinutes(11)))
        .hasMessageContaining("lockbox.signin.idle");
    assertThatThrownBy(() -> issuer("Not a name", contosos.url(), null))
        .hasMessageContaining("no name of an issuer");
    assertThatThrownBy(() -> new StepUpSettings(Duration.ofHours(2), null))
        .hasMessageContaining("max-age");
  }

  private SignIn.Arrived arrive(String name, LoopbackIssuer issuer, String tenant)
      throws SignInFailed {
    var onward = begin(name);
    return finish(onward, admit(issuer, onward.issuer(), tenant));
  }

  private SignIn.Onward begin(String name) throws SignInFailed {
    return signIn.begin(issuers.named(name).orElseThrow(), PAGE, false);
  }

  private SignIn.Arrived finish(SignIn.Onward onward, String query) throws SignInFailed {
    return signIn.finish(Optional.of(onward.kept().getValue()), said(query));
  }

  private static String admit(LoopbackIssuer issuer, URI at, String tenant) {
    return issuer.admit(at, "anna", tenant, Set.of("approver"), Cast.MORNING);
  }

  private static Map<String, List<String>> said(String query) {
    return LoopbackIssuer.parameters(query).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
  }

  private SignIn signIn(List<String> ways) {
    var stepUp = new StepUp(new StepUpSettings(Duration.ofMinutes(5), ways), () -> Cast.MORNING);
    return new SignIn(
        settings,
        issuers,
        new Speakers(tenant -> Optional.empty(), ForkJoinPool.commonPool()),
        stepUp,
        new Seal(settings),
        () -> Cast.MORNING);
  }

  private static Issuers issuers(SigninSettings settings, IssuerSettings... issuers) {
    return new Issuers(settings, Arrays.asList(issuers), new TokenCall(), () -> Cast.MORNING);
  }

  private static IssuerSettings issuer(String name, String url, @Nullable List<String> tenants) {
    return new IssuerSettings(
        name,
        Optional.empty(),
        url,
        LoopbackIssuer.CLIENT,
        Optional.empty(),
        Optional.empty(),
        List.of("RS256"),
        List.of("openid"),
        tenants,
        true);
  }

  private static SigninSettings settings(@Nullable String key) {
    return new SigninSettings(
        Optional.of(URI.create("https://lockbox.example")),
        Optional.ofNullable(key),
        null,
        Duration.ofMinutes(10),
        Duration.ofHours(8));
  }

  private static SigninSettings settings(URI url, Duration idle) {
    return new SigninSettings(Optional.of(url), Optional.empty(), null, idle, Duration.ofHours(8));
  }
}
