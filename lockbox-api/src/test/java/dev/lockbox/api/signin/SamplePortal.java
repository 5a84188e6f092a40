package dev.lockbox.api.signin;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

/** Pages as a portal has them, to be signed in for. */
@Controller("/portal/sample")
@Requires(property = "test.edges")
class SamplePortal {
  private final StepUp stepUp;

  SamplePortal(StepUp stepUp) {
    this.stepUp = stepUp;
  }

  /** Who looks, and what a form of theirs would carry. */
  @Get(produces = MediaType.TEXT_PLAIN)
  String look(Visitor visitor) {
    return "%s|%s|%s|%s|%s"
        .formatted(
            visitor.caller().person(),
            visitor.caller().tenant(),
            visitor.name(),
            stepUp.fresh(visitor),
            visitor.csrf());
  }

  /** Fails, and says more than it should. */
  @Get(uri = "/broken", produces = MediaType.TEXT_PLAIN)
  String fail() {
    throw new IllegalStateException("secret of fabrikam");
  }

  /** What came of a form. */
  @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED, produces = MediaType.TEXT_PLAIN)
  String take(Visitor visitor, @Body("word") String word) {
    return "%s said %s".formatted(visitor.caller().person(), word);
  }

  /** Forgets to ask who it is. */
  @Post(uri = "/careless", consumes = MediaType.ALL, produces = MediaType.TEXT_PLAIN)
  String careless() {
    return "done";
  }
}
