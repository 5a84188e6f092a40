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
        && response.body() instanceof Tagged read) {
      var bytes = bytes(read);
      var tag = EntityTag.of(read.readVersion(), bytes);
      response.body(bytes).header(HttpHeaders.ETAG, tag);
      if (EntityTag.isNamed(tag, request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH))) {
        response.status(HttpStatus.NOT_MODIFIED).body(null);
        response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
      }
    }
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
