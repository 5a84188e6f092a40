package dev.lockbox.api.problem;

import io.micronaut.http.HttpHeaders;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a route describes that it may answer with a problem, which every one may that takes a token.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.CLASS)
@ApiResponse(
    responseCode = "401",
    description = OrProblem.ABOUT,
    headers =
        @Header(
            name = HttpHeaders.WWW_AUTHENTICATE,
            description = OrProblem.BEARER,
            required = true,
            schema = @Schema(type = "string")),
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@ApiResponse(
    responseCode = "429",
    description = OrProblem.ABOUT,
    headers =
        @Header(
            name = HttpHeaders.RETRY_AFTER,
            description = OrProblem.WAIT,
            schema = @Schema(type = "integer")),
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@ApiResponse(
    responseCode = "4XX",
    description = OrProblem.ABOUT,
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@ApiResponse(
    responseCode = "503",
    description = OrProblem.ABOUT,
    headers =
        @Header(
            name = HttpHeaders.RETRY_AFTER,
            description = OrProblem.WAIT,
            required = true,
            schema = @Schema(type = "integer")),
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@ApiResponse(
    responseCode = "5XX",
    description = OrProblem.ABOUT,
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public @interface OrProblem {
  String ABOUT = "A problem; its `code` says which";
  String BEARER = "`Bearer`: a token is wanted, and this was none that is good here";
  String WAIT = "In how many seconds to call again, where that is known";

  /** The same of a route that is open to everybody: no token is asked for, and nobody counted. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.CLASS)
  @ApiResponse(
      responseCode = "4XX",
      description = OrProblem.ABOUT,
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "5XX",
      description = OrProblem.ABOUT,
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @interface ToEverybody {}
}
