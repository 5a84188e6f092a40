package dev.lockbox.api.portal;

import dev.lockbox.api.security.Authority;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.ExclusionIds;
import dev.lockbox.api.view.Exclusions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

/** Accesses that no approval covers. Taking note of them is {@link AcknowledgementController}'s. */
@Controller("/portal/tenants/{tenant}/exclusions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces("text/html;charset=utf-8")
@Hidden
class ExclusionsController {
  private static final int ITEMS_MAX = 50;

  private final Authority authority;
  private final Exclusions exclusions;
  private final News news;
  private final Pages pages;

  ExclusionsController(Authority authority, Exclusions exclusions, News news, Pages pages) {
    this.authority = authority;
    this.exclusions = exclusions;
    this.news = news;
    this.pages = pages;
  }

  /**
   * @param after the last id of the page before
   */
  @Get
  HttpResponse<?> get(
      Visitor visitor, @PathVariable String tenant, @QueryValue Optional<String> after) {
    var customer = authority.toRead(visitor.caller(), tenant);
    var following = news.ofExclusions(visitor.caller(), tenant);
    var found =
        exclusions.list(customer, after.flatMap(id -> ExclusionIds.parse(customer, id)), ITEMS_MAX);
    var next = found.next().map(new Paths(tenant)::exclusionsAfter).orElse(null);
    var mayAcknowledge = authority.hasKeys(visitor.caller());
    return pages.show(
        visitor, "exclusions", new ExclusionsPage(found.items(), mayAcknowledge, next, following));
  }
}
