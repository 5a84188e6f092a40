package dev.lockbox.api.rate;

import static dev.lockbox.domain.Cast.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.Speaker;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {
  private static final RateSettings SETTINGS = new RateSettings(6, 6, 6, 6, 6, 2);
  private static final Speaker SPEAKER = new Speaker("https://issuer.example", true);
  private static final Caller ANNA = of(Cast.ANNA);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private long nanos = Long.MAX_VALUE - 5; // where such a clock may stand
  private final Rates rates = new Rates(SETTINGS, meters, () -> nanos);

  @Test
  void soManyMayComeAtOnceAndThenOneAtATime() {
    assertThat(taken(ANNA, Budget.CHANGE)).isEqualTo(6);
    assertThat(rates.take(ANNA, Budget.CHANGE)).isEqualTo(Duration.ofSeconds(10));
    pass(Duration.ofSeconds(9));
    assertThat(rates.take(ANNA, Budget.CHANGE)).isEqualTo(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(1));
    assertThat(taken(ANNA, Budget.CHANGE)).isEqualTo(1);
    pass(Duration.ofHours(1));
    assertThat(taken(ANNA, Budget.CHANGE)).isEqualTo(6);
  }

  @Test
  void floodingWithYesesTakesNoNoAway() {
    taken(ANNA, Budget.CHANGE);
    taken(ANNA, Budget.READ);
    taken(ANNA, Budget.QUESTION);
    assertThat(taken(ANNA, Budget.NO)).isEqualTo(6);
  }

  @Test
  void whoFloodsACustomerWithNoesTakesNobodyElsesAway() {
    for (var flooding = 0; flooding < 100; flooding++) {
      taken(of(new PersonId("somebody-" + flooding)), Budget.NO);
    }
    assertThat(taken(ANNA, Budget.NO)).isEqualTo(6);
  }

  @Test
  void allOfATenantTogetherHaveABudgetToo() {
    assertThat(taken(ANNA, Budget.CHANGE)).isEqualTo(6);
    assertThat(taken(of(Cast.CARLA), Budget.CHANGE)).isEqualTo(6);
    assertThat(taken(of(Cast.DORA), Budget.CHANGE)).isZero();
    var elsewhere =
        new Caller(Cast.DORA, new TenantId("fabrikam"), Set.of(), Optional.empty(), SPEAKER);
    assertThat(taken(elsewhere, Budget.CHANGE)).isEqualTo(6);
    assertThat(exceeded("caller")).isEqualTo(3);
    assertThat(exceeded("tenant")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/tenants/contoso/requests/r-1/deny, NO",
    "POST, /v1/tenants/contoso/requests/r-1/revoke, NO",
    "POST, /v1/tenants/contoso/keys/ab/withdraw, NO",
    "POST, /portal/tenants/contoso/keys/withdraw, NO",
    "POST, /v1/tenants/contoso/keys/ab/confirm, CHANGE",
    "POST, /v1/provider/roles/keys/withdraw, NO",
    "POST, /v1/provider/engineers/eva/roles/keys/end, NO",
    "POST, /v1/provider/engineers/eva/roles/keys/deny, NO",
    "POST, /v1/provider/engineers/eva/roles/end/approve, CHANGE",
    "PUT, /v1/provider/roles/withdraw, CHANGE",
    "POST, /v1/tenants/contoso/requests/r-1/withdraw-offer, CHANGE",
    "POST, /subscriptions/s/providers/Microsoft.CustomerLockbox/requests/r/updateApproval, CHANGE",
    "POST, /v1/tenants/contoso/requests/r-1/approve, CHANGE",
    "PUT, /v1/tenants/contoso/settings, CHANGE",
    "DELETE, /v1/tenants/contoso/requests/deny-1, CHANGE",
    "GET, /v1/tenants/contoso/requests/deny, READ",
    "HEAD, /, READ",
    "POST, /v1/tenants/contoso/authorize, QUESTION",
    "POST, /v1/tenants/contoso/requests/r-1/lease, QUESTION",
    "POST, /access/v1/evaluation, QUESTION",
    "POST, /access/v1/evaluations, QUESTION"
  })
  void eachCallIsCountedAsWhatItIs(String method, String path, Budget budget) {
    assertThat(Budget.of(method, path, false)).isEqualTo(budget);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /subscriptions/s/providers/Microsoft.CustomerLockbox/requests/r/updateApproval, NO",
    "GET, /subscriptions/s/providers/Microsoft.CustomerLockbox/requests/r/updateApproval, READ",
    "POST, /v1/tenants/contoso/requests/r-1/approve, CHANGE",
    "POST, /v1/tenants/contoso/authorize, QUESTION"
  })
  void aBodyThatSaysNoCountsWhereThePathDoesNotTell(String method, String path, Budget budget) {
    assertThat(Budget.of(method, path, true)).isEqualTo(budget);
  }

  private int taken(Caller caller, Budget budget) {
    var taken = 0;
    while (rates.take(caller, budget).isZero()) {
      taken++;
    }
    return taken;
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private double exceeded(String whose) {
    return meters.get("lockbox.rates.exceeded").tag("of", whose).counter().count();
  }

  private static Caller of(PersonId person) {
    return new Caller(person, CONTOSO, Set.of(), Optional.empty(), SPEAKER);
  }
}
