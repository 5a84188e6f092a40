package dev.lockbox.api.hop;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.view.View;
import dev.lockbox.domain.identity.TenantId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/** How a tenant is registered, for other instances alone. To everybody else there is nothing. */
@Controller(RegistrationsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class RegistrationsController {
  static final String PATH = "/hop/registrations";

  private final View view;
  private final Hops hops;

  RegistrationsController(View view, Hops hops) {
    this.view = view;
    this.hops = hops;
  }

  static String pathOf(TenantId tenant) {
    return PATH + "/" + tenant;
  }

  /** Without a content where it is not registered. */
  @Get(uri = "/{tenant}", produces = MediaType.APPLICATION_OCTET_STREAM)
  HttpResponse<?> get(HttpRequest<?> request, @PathVariable String tenant) {
    if (!Hops.isPassedOn(request)) {
      throw new ProblemException(Code.NOT_FOUND, "There is nothing here.");
    }
    var asked = new TenantId(tenant);
    if (!hops.isHere(asked)) {
      return PassOn.notHere();
    }
    return view.stored(asked)
        .<HttpResponse<?>>map(HttpResponse::ok)
        .orElseGet(HttpResponse::noContent);
  }
}
