package dev.lockbox.api.tag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Tags what is read, and answers 304 to whoever holds it. Looked at, and may be read, anew each
 * time: nothing is answered from memory, and nobody on the way keeps anything ({@code no-store}).
 */
@ServerFilter({"/v1/**", "/subscriptions/**", "/providers/**", "/.well-known/**"})
final class TagFilter {
  private final ObjectMapper json;

  TagFilter(ObjectMapper json) {
    this.json = json;
  }

  @ResponseFilter
  void leave(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (isRead(request)
        && response.code() == HttpStatus.OK.getCode()
        && answered(response) instanceof Tagged read) {
      var bytes = bytes(read);
      var tag = EntityTag.of(read.readVersion(), bytes);
      response.header(HttpHeaders.ETAG, tag);
      if (response.body() != null) {
        response.body(bytes);
      }
      if (EntityTag.isNamed(tag, request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH))) {
        response.status(HttpStatus.NOT_MODIFIED).body(null);
        response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
      }
    }
  }

  /** Of a HEAD, what a GET would be answered: the body is taken off before this is asked. */
  private static @Nullable Object answered(MutableHttpResponse<?> response) {
    var body = response.body();
    return body == null ? RouteAttributes.getHeadBody(response).orElse(null) : body;
  }

  private static boolean isRead(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
  }

  private byte[] bytes(Tagged read) {
    try {
      return json.writeValueAsBytes(read);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what is answered cannot be written", impossible);
    }
  }
}
