package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.CARLA;

import dev.lockbox.simulator.people.Cast;
import dev.lockbox.simulator.people.Wish;
import dev.lockbox.simulator.record.Places;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps, one after the other, of one tenant's; each is about the request that was named last, which
 * is the first where none was. Nobody makes the same attempt twice in it, except to open.
 */
final class Script {
  /** How many requests a tenant has for this. */
  static final int REQUESTS = 4;

  /**
   * The attempts under which something is asked for at once, for later, as what follows the request
   * before it, and where it cannot be.
   */
  private static final int AT_ONCE = 1;

  private static final int LATER = 2;
  private static final int FOLLOWING = 3;
  private static final int MISFIT = 5;

  /** The attempt under which gateways and targets say different things. */
  private static final int ONE_ID = 5;

  /** The variant of the settings in which nothing is set. */
  static final int ORDINARY = 0;

  /** The variant of a release by the operator. */
  private static final int BY_THE_OPERATOR = 1;

  private final List<Operation> steps = new ArrayList<>();
  private final Draws draws;
  private int tenant;
  private int request;

  /**
   * @param tenant by its place in {@link Cast#TENANTS}
   */
  Script(Draws draws, int tenant) {
    this.draws = draws;
    this.tenant = tenant;
    about(0);
  }

  /** What follows is about this one of the tenant's requests. */
  Script about(int number) {
    if (number >= REQUESTS) {
      throw new IllegalArgumentException("a tenant has requests 0 to 3, asked for " + number);
    }
    request = Cast.FIRST_IN_SCENES + number * Cast.TENANTS.size() + tenant;
    return this;
  }

  /** And what follows is about the provider's own tenant. */
  Script ofTheProvider() {
    tenant = Cast.TENANTS.indexOf(Places.PROVIDER);
    return about(0);
  }

  /** And what follows is of the tenant behind this one; behind the last is the first. */
  Script elsewhere() {
    tenant = (tenant + 1) % Cast.TENANTS.size();
    return about(0);
  }

  Script then(Operation step) {
    steps.add(step);
    return this;
  }

  /** With nothing in particular said. */
  Script ask(Wish wish, int person) {
    return ask(wish, person, 0);
  }

  Script ask(Wish wish, int person, int variant) {
    return ask(wish, person, draws.fresh() * 2, variant, 0);
  }

  /** Having read what was there so many versions before. */
  Script askBehind(Wish wish, int person, int behind) {
    return ask(wish, person, draws.fresh() * 2, 0, behind);
  }

  private Script ask(Wish wish, int person, int attempt, int variant, int behind) {
    return then(new Operation.Ask(wish, request, person, attempt, variant, behind));
  }

  /** Under an id that a gateway or a target has for everything, whatever it says. */
  Script askByOneId(Wish wish, int variant) {
    return ask(wish, ANNA, ONE_ID, variant, 0);
  }

  /** Each of them, once, by whoever may. */
  Script askAll(List<Wish> wishes) {
    wishes.forEach(wish -> ask(wish, ANNA));
    return this;
  }

  Script opened() {
    return opened(draws.plain());
  }

  Script opened(int variant) {
    return ask(Wish.OPEN, ANNA, AT_ONCE, variant, 0).worked();
  }

  Script openedForLater(int variant) {
    return ask(Wish.OPEN, ANNA, LATER, variant, 0).worked();
  }

  Script openedBehind(int variant) {
    return ask(Wish.OPEN, ANNA, FOLLOWING, variant, 0).worked();
  }

  /** What cannot be asked for. */
  Script openedAmiss(int variant) {
    return ask(Wish.OPEN, ANNA, MISFIT, variant, 0).worked();
  }

  Script granted() {
    return opened().approved();
  }

  Script granted(int variant) {
    return opened(variant).approved();
  }

  Script approved() {
    return approvedBy(ANNA);
  }

  Script approvedBy(int person) {
    return ask(Wish.APPROVE, person).worked();
  }

  /** Somebody practises on it. */
  Script practised() {
    return practised(draws.plain());
  }

  Script practised(int variant) {
    return ask(Wish.START_PRACTICE, ANNA, variant).worked();
  }

  /** What the tenant sets, by its variant. */
  Script rules(int variant) {
    return ask(Wish.CHANGE_SETTINGS, CARLA, variant).worked();
  }

  Script worked() {
    return then(new Operation.Work());
  }

  Script passed(Duration time) {
    return then(new Operation.Pass(time));
  }

  Script toDeadline(int offMillis) {
    return then(new Operation.PassToDeadline(request, offMillis));
  }

  /** Something freezes the tenant. */
  Script frozen() {
    return then(new Operation.Litter(Wish.Door.LOG, tenant, 0)).worked();
  }

  /** Something of the tenant's that nobody can read lies on another partition than its own. */
  Script misaddressed() {
    return then(new Operation.Litter(Wish.Door.LOG, tenant, 2));
  }

  /** By the operator. */
  Script released() {
    return ask(Wish.RELEASE, ANNA, BY_THE_OPERATOR).worked();
  }

  /** The clock of who leads everything at first is so much wrong. */
  Script clockAhead(Duration ahead) {
    return then(new Operation.SetBrokerClock(0, ahead));
  }

  /** And is put right. */
  Script clockRight() {
    return clockAhead(Duration.ZERO).then(new Operation.Tick()).worked();
  }

  Script spoilt() {
    return then(new Operation.Spoil(request));
  }

  List<Operation> steps() {
    return List.copyOf(steps);
  }
}
