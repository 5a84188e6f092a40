package dev.lockbox.api.portal;

import dev.lockbox.api.security.Authority;
import dev.lockbox.api.signin.Visitor;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Makes a page of a template and what it shows. Templates are ours and never made of what somebody
 * sent; what they print is escaped by {@code th:text} and by attributes, and no template prints
 * anything unescaped. Safe for several threads.
 */
@Singleton
final class Pages {
  static final MediaType HTML = MediaType.of("text/html;charset=utf-8");

  private final TemplateEngine engine = engine();
  private final Authority authority;
  private final InstantSource clock;

  Pages(Authority authority, InstantSource clock) {
    this.authority = authority;
    this.clock = clock;
  }

  /**
   * A page for somebody who is signed in.
   *
   * @param template its name, which is also the page's place in the navigation
   * @param page what the template shows; its class must be public, as the template calls it
   */
  MutableHttpResponse<String> show(Visitor visitor, String template, Object page) {
    var paths = new Paths(visitor.caller().tenant().value());
    var places = Place.of(paths, template, authority.readsEverything(visitor.caller()));
    return show(visitor, places, template, page, paths);
  }

  /** The same of a customer's requests, for the provider's own people. */
  MutableHttpResponse<String> showInside(
      Visitor visitor, String customer, String template, Object page) {
    var paths = Paths.inside(customer);
    return show(visitor, Place.inside(paths, template), template, page, paths);
  }

  private MutableHttpResponse<String> show(
      Visitor visitor, List<Place> places, String template, Object page, Paths paths) {
    var frame = new Frame(visitor.name(), visitor.csrf(), places);
    return html(template, Map.of("page", page, "frame", frame, "paths", paths));
  }

  /** A page for anybody, without navigation. */
  MutableHttpResponse<String> showBare(String template, Object page) {
    return html(template, Map.of("page", page));
  }

  private MutableHttpResponse<String> html(String template, Map<String, Object> shown) {
    var context = new Context(Locale.ENGLISH, shown);
    context.setVariable("words", new Words(clock.instant()));
    return HttpResponse.ok(engine.process(template, context)).contentType(HTML);
  }

  private static TemplateEngine engine() {
    var templates = new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
    templates.setPrefix("portal/");
    templates.setSuffix(".html");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setCharacterEncoding("UTF-8");
    var engine = new TemplateEngine();
    engine.setTemplateResolver(templates);
    return engine;
  }
}
