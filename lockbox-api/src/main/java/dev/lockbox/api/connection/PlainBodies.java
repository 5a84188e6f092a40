package dev.lockbox.api.connection;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/** Unpacks nothing that was packed: a body is bounded as it comes, and would not be then. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class PlainBodies {
  @RequestFilter
  @Nullable HttpResponse<?> enter(HttpRequest<?> request) {
    return request.getHeaders().contains(HttpHeaders.CONTENT_ENCODING)
        ? Problem.of(Code.UNSUPPORTED_MEDIA_TYPE, "A body is taken as it is, in no other encoding.")
            .response()
        : null;
  }
}
