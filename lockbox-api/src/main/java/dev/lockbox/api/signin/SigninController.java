package dev.lockbox.api.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where people sign in and out. Each step on the way is a page that leads on, never a redirect: a
 * form of ours that ends at an issuer would be stopped by the browser (form-action), and a session
 * that was just given would not be sent along on a way that began at another site.
 */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class SigninController {
  static final String CALLBACK = "/signin/callback";

  /** Where issuers send people back to who signed out there. */
  static final String LEFT = "/signin/left";

  static final String SIGN_OUT = "/signout";
  private static final String SIGN_IN = "/signin";
  private static final Logger LOG = LoggerFactory.getLogger(SigninController.class);

  private final Issuers issuers;
  private final SignIn signIn;
  private final SignOut signOut;
  private final Sessions sessions;

  SigninController(Issuers issuers, SignIn signIn, SignOut signOut, Sessions sessions) {
    this.issuers = issuers;
    this.signIn = signIn;
    this.signOut = signOut;
    this.sessions = sessions;
  }

  /**
   * Where somebody signs in who wants to see this page.
   *
   * @param again whether who they are must be proved anew
   */
  static URI address(String page, boolean again) {
    var to = URLEncoder.encode(LocalPage.of(Optional.of(page)), UTF_8);
    return URI.create("%s?%sto=%s".formatted(SIGN_IN, again ? "again=true&" : "", to));
  }

  /** Who only proves once more who they are does so where they signed in. */
  @Get(uri = SIGN_IN, produces = MediaType.TEXT_HTML)
  HttpResponse<?> begin(
      HttpRequest<?> request,
      @Nullable @QueryValue String to,
      @Nullable @QueryValue String issuer,
      @Nullable @QueryValue Boolean again) {
    if (!issuers.isOpen()) {
      return Page.nobodySignsIn();
    }
    var page = LocalPage.of(Optional.ofNullable(to));
    var isAgain = Boolean.TRUE.equals(again);
    var at =
        Optional.ofNullable(issuer)
            .or(() -> isAgain ? sessions.in(request).map(Session::issuer) : Optional.empty())
            .map(issuers::named)
            .orElseGet(issuers::only);
    if (at.isEmpty()) {
      return Page.choice(issuers.all(), one -> address(page, isAgain) + "&issuer=" + one.name());
    }
    try {
      var onward = signIn.begin(at.get(), page, isAgain);
      return Page.onward(onward.issuer().toString()).cookie(onward.kept());
    } catch (SignInFailed failed) {
      return failed(failed, page);
    }
  }

  @Get(uri = CALLBACK, produces = MediaType.TEXT_HTML)
  HttpResponse<?> finish(HttpRequest<?> request) {
    try {
      var arrived =
          signIn.finish(Cookies.in(request, Cookies.SIGN_IN), request.getParameters().asMap());
      var caller = arrived.who().caller();
      LOG.info("{} of {} signed in at {}", caller.person(), caller.tenant(), arrived.issuer());
      return Page.onward(arrived.page())
          .cookie(Cookies.gone(Cookies.SIGN_IN))
          .cookie(sessions.start(arrived.issuer(), arrived.who()));
    } catch (SignInFailed failed) {
      return failed(failed, LocalPage.HOME);
    }
  }

  /**
   * The issuer keeps a session of its own, which it alone can end: where it has a page for that,
   * people are led there from here.
   */
  @Post(uri = SIGN_OUT, consumes = MediaType.ALL, produces = MediaType.TEXT_HTML)
  HttpResponse<?> end(HttpRequest<?> request, Visitor visitor) {
    var session = sessions.in(request);
    var isEverywhere = session.map(sessions::end).orElse(true);
    LOG.info("{} of {} signed out", visitor.caller().person(), visitor.caller().tenant());
    var page =
        isEverywhere
            ? session.flatMap(signOut::begin).map(SigninController::onward).orElse(Page.signedOut())
            : Page.signedOutHereAlone();
    return page.cookie(Cookies.gone(Cookies.SESSION));
  }

  private static MutableHttpResponse<String> onward(SignOut.Onward onward) {
    return Page.signedOutHereAndThen(onward.issuer().toString()).cookie(onward.kept());
  }

  @Get(uri = LEFT, produces = MediaType.TEXT_HTML)
  HttpResponse<?> left(HttpRequest<?> request) {
    return signOut
        .finish(Cookies.in(request, Cookies.SIGN_OUT), request.getParameters().asMap())
        .map(OpenIdIssuer::title)
        .map(Page::signedOutThereToo)
        .orElseGet(Page::nobodyLeft)
        .cookie(Cookies.gone(Cookies.SIGN_OUT));
  }

  private static HttpResponse<?> failed(SignInFailed failed, String page) {
    LOG.warn("A sign-in failed: {}", failed.getMessage());
    return Page.failed(failed, address(page, false));
  }
}
